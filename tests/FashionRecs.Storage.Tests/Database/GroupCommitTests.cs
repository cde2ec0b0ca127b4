using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.Database;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Tests.Database;

public abstract class GroupCommitTests(TestDatabase database) : IDisposable
{
    private readonly TestShop shop = database.Open(lockTimeoutSeconds: 1);

    public void Dispose()
    {
        shop.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task Record_ManyShoppersAtOnceEachTwice_CountsEachOnce()
    {
        await shop.AddAsync("v0", TestShop.Value("neckline_design", "V Neckline"));
        ShopperEvent[] likes =
            [.. Enumerable.Range(0, 60).Select(_ => new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Like, "v0"))];

        await Parallel.ForEachAsync(likes.Concat(likes), new ParallelOptions { MaxDegreeOfParallelism = 120 },
            async (like, _) => await shop.Shop.RecordAsync(like));

        foreach (var like in likes)
        {
            Assert.Equal(like.Id, Assert.Single((await shop.Shop.ShopperAsync(like.Shopper)).History.Events).Event.Id);
        }
    }

    [Fact]
    public async Task Run_OneOfAGroupBreaks_TakesNobodyWithIt()
    {
        var writes = shop.Get<GroupCommit>();
        using var gate = await LockAsync(); // Keeps them waiting, so that they form one group.
        var before = Task.Run(() => writes.RunAsync("settings", context => SetAsync(context, "before")));
        var broken = Task.Run(() => writes.RunAsync("settings", async context =>
        {
            await SetAsync(context, "broken");
            return context.Database.GetDbConnection().State == System.Data.ConnectionState.Open ? throw new ArithmeticException("Broken.")
                : 0;
        }));
        var after = Task.Run(() => writes.RunAsync("settings", context => SetAsync(context, "after")));
        gate.Dispose();

        await before;
        await after;
        await Assert.ThrowsAsync<ArithmeticException>(() => broken);
        Assert.Equal(["after", "before"], (await NamesAsync()).Order());
    }

    [Fact]
    public async Task Run_Locked_TellsEverybodyThatWaitsAndWritesNothing()
    {
        var writes = shop.Get<GroupCommit>();
        using (await LockAsync())
        {
            Task[] waiting = [.. Enumerable.Range(0, 20)
                .Select(number => Task.Run(() => writes.RunAsync("settings", context => SetAsync(context, $"{number}"))))];
            foreach (var task in waiting)
            {
                Assert.Contains("is locked by another program", (await Assert.ThrowsAsync<IOException>(() => task)).Message);
            }
        }

        Assert.Equal(1, await writes.RunAsync("settings", context => SetAsync(context, "later")));
        Assert.Equal(["later"], await NamesAsync());
    }

    private static Task<int> SetAsync(FashionRecsContext context, string name) =>
        context.Database.ExecuteSqlAsync($"INSERT INTO \"Settings\" (\"Name\", \"Value\") VALUES ({name}, '')");

    private Task<List<string>> NamesAsync() =>
        shop.Get<ShopDatabase>().RunAsync(context =>
            context.Database.SqlQuery<string>($"SELECT \"Name\" AS \"Value\" FROM \"Settings\"").ToListAsync());

    /// <summary>Another program's lock, until disposed.</summary>
    private async Task<IDisposable> LockAsync()
    {
        await shop.Get<ShopDatabase>().PrepareAsync();
        return database.Lock();
    }
}
