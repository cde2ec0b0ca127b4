using FashionRecs.Application;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.PostgreSql;

/// <summary>The server's files hold nothing of what was deleted.</summary>
public sealed class PostgreSqlRewritingTests : IDisposable
{
    private readonly PostgreSqlDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Rewrite_AfterADeletion_LeavesNothingInTheFile()
    {
        using var shop = database.Open();
        await shop.AddAsync("very-private-taste");
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "very-private-taste"));
        Assert.True(Holds("Events"));

        await shop.Get<IShopperStore>().DeleteAsync(shopper);
        Assert.True(Holds("Events")); // Deleted rows stay in the file until it is rewritten.
        Assert.True(await shop.Get<IShopDatabase>().RewriteAsync());

        Assert.False(Holds("Events"));
    }

    [Fact]
    public async Task Rewrite_AfterAParticipantWithdrew_LeavesNothingTheySaidInTheFile()
    {
        using var shop = database.Open();
        var participants = shop.Get<IParticipantStore>();
        await participants.AddAsync("why", 1);
        var (participant, revision) = (await participants.FindAsync("why", 1))!.Value;
        Assert.True(await participants.SaveAsync("why", participant with { Place = 0, Step = 1, Comment = "very-private-taste" }, revision));
        Assert.True(Holds("Participants"));

        await shop.Get<IShopperStore>().DeleteAsync(participant.Unit);
        Assert.True(await shop.Get<IShopDatabase>().RewriteAsync());

        Assert.False(Holds("Participants"));
    }

    [Fact]
    public async Task Rewrite_WhileSomebodyReadsTheOldState_SaysThatItIsNotDone()
    {
        using var shop = database.Open();
        await shop.AddAsync("v");
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v"));
        using var reader = database.Connect();
        using var transaction = reader.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        using var command = reader.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Events" """;
        command.ExecuteScalar();

        await shop.Get<IShopperStore>().DeleteAsync(shopper);

        Assert.False(await shop.Get<IShopDatabase>().RewriteAsync());
    }

    private bool Holds(string table)
    {
        database.Execute("CHECKPOINT");
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""SELECT position('very-private-taste'::bytea IN pg_read_binary_file(pg_relation_filepath('"{table}"'))) > 0""";
        return command.ExecuteScalar() is true;
    }
}
