using FashionRecs.Application;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Settings;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Tests.Database;

/// <summary>Two shops on one database.</summary>
public abstract class TwoProcessesTests(TestDatabase database) : IDisposable
{
    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Record_TheSameShoppersInBoth_LosesNothingAndDoublesNothing()
    {
        using var one = database.Open(lockTimeoutSeconds: 30);
        using var other = database.Open(lockTimeoutSeconds: 30);
        await one.AddAsync("v");
        Guid[] shoppers = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];
        ShopperEvent[] views = [.. Enumerable.Range(0, 240)
            .Select(at => new ShopperEvent(Guid.NewGuid(), shoppers[at % 6], PreferenceSignal.View, "v"))];

        // Each is sent to both, in opposite orders: groups of writes meet in the middle.
        await Task.WhenAll(SendAsync(one, views), SendAsync(other, [.. views.Reverse()]));

        foreach (var shopper in shoppers)
        {
            Assert.Equal(40, (await one.Get<IShopperStore>().HistoryAsync(shopper)).Events.Count);
            Assert.Equal(40, await other.Get<IShopperStore>().RevisionAsync(shopper));
        }
    }

    [Fact]
    public async Task Run_BothAddTheSameRow_TheSecondLooksAgain()
    {
        using var one = database.Open();
        using var other = database.Open();
        await one.Get<ShopDatabase>().PrepareAsync();
        var runs = 0;

        await other.Get<ShopDatabase>().RunAsync(async context =>
        {
            if (await context.Set<SettingRow>().FindAsync("colour") is { } known)
            {
                known.Value += " and blue";
            }
            else
            {
                context.Add(new SettingRow { Name = "colour", Value = "blue" });
            }

            if (runs++ == 0)
            {
                database.Execute("""INSERT INTO "Settings" ("Name", "Value") VALUES ('colour', 'red')""");
            }

            return await context.SaveChangesAsync();
        });

        Assert.Equal((2, "red and blue"), (runs,
            await one.Get<ShopDatabase>().RunAsync(context => context.Set<SettingRow>().Select(row => row.Value).SingleAsync())));
    }

    [Fact]
    public async Task Delete_WhileTheOtherGoesOn_LeavesNothingOfTheShopper()
    {
        using var one = database.Open(lockTimeoutSeconds: 30);
        using var other = database.Open(lockTimeoutSeconds: 30);
        await one.AddAsync("v");
        var (gone, stays) = (Guid.NewGuid(), Guid.NewGuid());
        await SendAsync(one,
            [new(Guid.NewGuid(), gone, PreferenceSignal.Like, "v"), new(Guid.NewGuid(), stays, PreferenceSignal.Like, "v")]);

        Assert.True(await other.Get<IShopperStore>().DeleteAsync(gone));
        Assert.True(await other.Get<IShopDatabase>().RewriteAsync());

        Assert.Empty((await one.Get<IShopperStore>().HistoryAsync(gone)).Events);
        Assert.Single((await one.Get<IShopperStore>().HistoryAsync(stays)).Events);
    }

    private static Task SendAsync(TestShop shop, ShopperEvent[] events) =>
        Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 20 },
            async (happened, _) => await shop.Get<IShopperStore>().AppendAsync([(happened, null)]));
}
