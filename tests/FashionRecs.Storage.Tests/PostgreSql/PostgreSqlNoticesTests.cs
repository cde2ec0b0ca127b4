using System.Collections.Concurrent;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Shoppers;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.PostgreSql;

/// <summary>Two servers on one database hear of each other.</summary>
public sealed class PostgreSqlNoticesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly PostgreSqlDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Tell_AnotherServer_HearsItAndTheOwnOneHearsItOnce()
    {
        using var one = database.Open();
        using var other = database.Open();
        var (here, there) = (await FollowAsync(one), await FollowAsync(other));

        await one.Get<INotices>().TellAsync(NoticeKinds.Shopper, "somebody");

        Assert.Equal("somebody", await NextAsync(there));
        Assert.Equal("somebody", await NextAsync(here));
        await one.Get<INotices>().TellAsync(NoticeKinds.Weights, "others follow these");
        await one.Get<INotices>().TellAsync(NoticeKinds.Shopper, "the last");
        Assert.Equal("the last", await NextAsync(there));
        Assert.Equal("the last", await NextAsync(here));
    }

    [Fact]
    public async Task Listening_ConnectionLost_CatchesUpAndHearsAgain()
    {
        using var one = database.Open();
        using var other = database.Open();
        var there = await FollowAsync(other);

        database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'FashionRecs news'");

        Assert.Null(await NextAsync(there)); // Whoever follows looks again, since something may have been missed.
        Assert.True(other.Get<INotices>().IsListening);
        await one.Get<INotices>().TellAsync(NoticeKinds.Shopper, "afterwards");
        Assert.Equal("afterwards", await NextAsync(there));
    }

    [Fact]
    public async Task Tell_MoreThanANotificationHolds_SaysThatSomethingWasMissed()
    {
        using var one = database.Open();
        using var other = database.Open();
        var there = await FollowAsync(other);

        await one.Get<INotices>().TellAsync(NoticeKinds.Shopper, new string('ß', 5_000));

        Assert.Null(await NextAsync(there));
    }

    [Fact]
    public async Task Dispose_JustAfterTelling_SendsItBeforeTheProgramEnds()
    {
        using var other = database.Open();
        var there = await FollowAsync(other);
        using (var one = database.Open())
        {
            await one.Get<INotices>().TellAsync(NoticeKinds.Shopper, "goodbye");
        }

        Assert.Equal("goodbye", await NextAsync(there));
    }

    [Fact]
    public async Task Change_OfTheCatalog_IsToldToOtherServers()
    {
        using var one = database.Open();
        using var other = database.Open();
        var there = await FollowAsync(other, NoticeKinds.Catalog);

        await one.AddAsync("p");

        Assert.Equal((await one.Shop.CatalogAsync()).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
            await NextAsync(there));
    }

    [Fact]
    public async Task Delete_OfAShopper_IsForgottenOnOtherServers()
    {
        using var one = database.Open();
        using var other = database.Open();
        await one.AddAsync("p", TestShop.Value("neckline_design", "V Neckline"));
        var shopper = Guid.NewGuid();
        await one.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, Domain.Preferences.PreferenceSignal.Like, "p"));
        _ = other.Shop; // Follows from now on.
        var there = await FollowAsync(other, NoticeKinds.ShopperDeleted);
        Assert.Single((await other.Shop.ShopperAsync(shopper)).History.Events);

        await one.Shop.DeleteAsync(shopper);

        Assert.Equal(shopper.ToString("N"), await NextAsync(there));
        Assert.Empty((await other.Shop.ShopperAsync(shopper)).History.Events);
    }

    /// <summary>Listens from now on: what comes first says that something may have been missed, and is taken off.</summary>
    private static async Task<BlockingCollection<string?>> FollowAsync(TestShop shop, string kind = NoticeKinds.Shopper)
    {
        var heard = new BlockingCollection<string?>();
        _ = shop.Get<INotices>().Follow(kind, said =>
        {
            heard.Add(said);
            return Task.CompletedTask;
        });
        Assert.Null(await NextAsync(heard));
        return heard;
    }

    private static Task<string?> NextAsync(BlockingCollection<string?> heard) => Task.Run(() =>
        heard.TryTake(out var said, Patience) ? said : throw new TimeoutException("Nothing was heard."));
}
