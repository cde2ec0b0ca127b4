using FashionRecs.Application;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.PostgreSql;

/// <summary>Whatever is wrong with the server or the way to it is said in one sentence, which repeats no password.</summary>
public sealed class PostgreSqlErrorTests : IDisposable
{
    private readonly PostgreSqlDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Open_NobodyListens_SaysWhere()
    {
        var said = await WhyNotAsync("Host=127.0.0.1;Port=1;Database=shop;Username=shop;Password=secret;Timeout=2");

        Assert.Equal("The PostgreSQL server 127.0.0.1:1 cannot be reached; check that it runs and takes connections there.", said);
    }

    [Fact]
    public async Task Open_NoSuchDatabase_SaysHowToMakeIt() => Assert.Matches(
        "^There is no database 'nowhere' on 127.0.0.1:[0-9]+; make it with createdb or name another one.$",
        await WhyNotAsync(PostgreSqlServer.Text("nowhere")));

    [Fact]
    public async Task Open_NobodyOfThatName_SaysWhom() => Assert.Matches(
        "^The PostgreSQL server .* does not let 'nobody' in; check user name and password in the connection string.$",
        await WhyNotAsync(PostgreSqlServer.Text("postgres", "nobody")));

    [Fact]
    public async Task Open_WrongPassword_SaysWhomAndRepeatsItNot()
    {
        PostgreSqlServer.Execute(
            $"DROP ROLE IF EXISTS {PostgreSqlServer.Suspected}; CREATE ROLE {PostgreSqlServer.Suspected} LOGIN PASSWORD 'right'");

        var said = await WhyNotAsync($"{PostgreSqlServer.Text("postgres", PostgreSqlServer.Suspected)};Password=wrong-secret");

        Assert.Contains($"does not let '{PostgreSqlServer.Suspected}' in", said);
        Assert.DoesNotContain("wrong-secret", said);
    }

    [Fact]
    public async Task Open_UserWithoutRights_SaysWhatIsMissing()
    {
        PostgreSqlServer.Execute("DROP ROLE IF EXISTS visitor; CREATE ROLE visitor LOGIN");
        using var empty = new PostgreSqlDatabase(migrated: false);

        var said = await WhyNotAsync(empty.Settings.ConnectionString!
            .Replace("Username=fashionrecs", "Username=visitor", StringComparison.Ordinal));

        Assert.Matches("^'visitor' has no right to do this in the database .*; make that user the database's owner or grant what is missing.$", said);
    }

    [Fact]
    public async Task Open_UserWhoMayNotUseTheShopsTables_SaysWhatIsMissing()
    {
        PostgreSqlServer.Execute("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN");

        var said = await WhyNotAsync(database.Settings.ConnectionString!
            .Replace("Username=fashionrecs", "Username=guest", StringComparison.Ordinal));

        Assert.StartsWith("'guest' has no right to do this in the database ", said);
        Assert.EndsWith("; make that user the database's owner or grant what is missing.", said);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=localhost;Colour=red")]
    [InlineData("Host=localhost;Port=many")]
    [InlineData("Host=localhost")]
    [InlineData("Database=shop")]
    public async Task Open_ConnectionStringThatIsNone_SaysSo(string text) =>
        Assert.StartsWith("The connection string of PostgreSQL ", await WhyNotAsync(text));

    [Fact]
    public async Task Open_TablesOfAnotherProgram_AsksForAnEmptyDatabase()
    {
        using var taken = new PostgreSqlDatabase(migrated: false);
        taken.Execute("""CREATE TABLE "Products" (id integer)""");

        Assert.EndsWith("holds tables of another program; choose an empty one.", await WhyNotAsync(taken.Settings.ConnectionString!));
    }

    [Fact]
    public async Task Record_ConnectionsCut_SaysSoOnceAndGoesOn()
    {
        using var shop = database.Open();
        await shop.AddAsync("v");
        var like = new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Like, "v");
        await shop.Shop.CatalogAsync();

        database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");

        // Each connection that was idle in the pool may be found out one by one.
        for (var tries = 0; ; tries++)
        {
            try
            {
                Assert.Single((await shop.Shop.RecordAsync(like)).History.Events);
                return;
            }
            catch (IOException exception) when (tries < 10)
            {
                Assert.Contains("nothing that was confirmed is lost", exception.Message);
            }
        }
    }

    [Fact]
    public async Task Record_TablesDropped_SaysThatTheDatabaseIsUnusable()
    {
        using var shop = database.Open();
        await shop.AddAsync("v");
        database.Execute("""DROP TABLE "Events" """);

        var error = await Assert.ThrowsAsync<UnusableDatabaseException>(() => shop.Shop.RecordAsync(
            new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Like, "v")));

        Assert.Contains("has lost tables of the shop", error.Message);
    }

    [Fact]
    public async Task Catalog_TextsOfManyLanguages_AreSortedByCodePoints()
    {
        using var shop = database.Open();
        foreach (var id in (string[])["b", "Z", "ä", "a", "É"])
        {
            await shop.AddAsync(id);
        }

        var changes = await shop.Get<ICatalogStore>().ChangesSinceAsync(0);

        Assert.Equal(["Z", "a", "b", "É", "ä"], changes.Items.Select(item => item.Product.Id));
    }

    private async Task<string> WhyNotAsync(string text)
    {
        await using var services = new ServiceCollection().AddApplication()
            .AddStorage(new StorageSettings { Provider = "PostgreSql", ConnectionString = text, Folder = database.Folder,
            LockTimeoutSeconds = 2 },
                new PostgreSqlProvider())
            .BuildServiceProvider();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<IShopDatabase>().PrepareAsync());
        Assert.True(error is IOException or InvalidDataException, error.ToString());
        return error.Message;
    }
}
