using FashionRecs.Application.Accounts;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Privacy;

public sealed class RetentionTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;
    private readonly RetentionOptions options = new();

    public RetentionTests() =>
        shop = new TestShop(time: time, configure: services => services.AddSingleton(options).AddSingleton<Retention>());

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Run_VisitorWhoLeftLongAgo_IsForgottenAndOthersStay()
    {
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var account = (await shop.Get<IAccountDirectory>().CreateAsync("a@example.org", "correct horse battery")).Id;
        var (left, stays) = (Guid.NewGuid(), Guid.NewGuid());
        Guid[] all = [left, stays, account];
        foreach (var shopper in all)
        {
            await shop.Shop.RecordAsync(Like(shopper));
        }

        time.Advance(TimeSpan.FromDays(60));
        await shop.Shop.RecordAsync(Like(stays));
        time.Advance(TimeSpan.FromDays(31));

        await shop.Get<Retention>().RunAsync();

        long[] revisions = [.. await Task.WhenAll(all.Select(shopper => shop.Get<IShopperStore>().RevisionAsync(shopper)))];
        Assert.Equal([0, 2, 1], revisions);
    }

    [Fact]
    public async Task Run_ListsAndActsOlderThanTheyMayBe_AreRemovedAndNoticed()
    {
        (options.EventDays, options.VisitorDays, options.ImpressionDays) = (10, 0, 20);
        await shop.AddAsync("p1", TestShop.Value("neckline_design", "V Neckline"));
        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(Like(shopper));
        await shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["p1"]));
        Assert.Single((await shop.Shop.ShopperAsync(shopper)).Liked);
        time.Advance(TimeSpan.FromDays(15));

        await shop.Get<Retention>().RunAsync();
        Assert.Empty((await shop.Shop.ShopperAsync(shopper)).Liked);
        Assert.Single((await shop.Shop.ExportAsync(shopper)).Shown);

        time.Advance(TimeSpan.FromDays(6));
        await shop.Get<Retention>().RunAsync();
        Assert.Empty((await shop.Shop.ExportAsync(shopper)).Shown);
    }

    private static ShopperEvent Like(Guid shopper) => new(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p1");
}
