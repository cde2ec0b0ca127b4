using FashionRecs.Storage.Accounts;
using FashionRecs.Storage.Database;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Database;

/// <summary>A change of the model needs a migration for each database.</summary>
public abstract class MigrationsTests(TestDatabase database) : IDisposable
{
    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Model_AfterAllMigrations_HasNoChangeThatIsMissing()
    {
        using var shop = database.Open();
        await using var accounts = shop.Get<IServiceScopeFactory>().CreateAsyncScope();

        Assert.False(await shop.Get<ShopDatabase>().RunAsync(context => Task.FromResult(context.Database.HasPendingModelChanges())));
        Assert.False(accounts.ServiceProvider.GetRequiredService<AccountContext>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Prepare_SeveralProcessesAtOnce_MigrateOnce()
    {
        using var fresh = database.Fresh();
        TestShop[] shops = [.. Enumerable.Range(0, 4).Select(_ => fresh.Open(lockTimeoutSeconds: 30))];

        await Task.WhenAll(shops.Select(shop => Task.Run(() => shop.Get<ShopDatabase>().PrepareAsync())));

        await Task.WhenAll(shops.Select((shop, at) => shop.AddAsync($"p{at}")));
        Assert.Equal(4, (await shops[0].Shop.CatalogAsync()).Items.Count);
        Array.ForEach(shops, shop => shop.Dispose());
    }
}
