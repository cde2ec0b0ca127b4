using FashionRecs.Application.Impressions;
using FashionRecs.Application.Shop.Criteria;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Application.Tests.Shop.Criteria;

public sealed class CriteriaServiceTests : IDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly TestShop shop;

    public CriteriaServiceTests() => shop = new TestShop(time: time);

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Report_NothingShown_HasNoShares()
    {
        var report = await shop.Get<CriteriaService>().ReportAsync();

        Assert.Equal((0, 0, 0), (report.Lists, report.Shoppers, report.Products));
        Assert.Empty(report.Shares);
    }

    [Fact]
    public async Task Report_ListsOfTheLastDays_AddsUpToOneAndIsOfThePicturesAndTheChoices()
    {
        await ShowAsync();

        var report = await shop.Get<CriteriaService>().ReportAsync();

        Assert.Equal((1, 1, 4), (report.Lists, report.Shoppers, report.Products));
        Assert.Equal(1, report.Shares.Sum(share => share.Share.Share), 6);
        Assert.Equal(report.Shares.Select(share => share.Share.Share).OrderDescending(), report.Shares.Select(share => share.Share.Share));
        Assert.Contains(report.Shares, share => share is { Kind: CriterionKind.Picture } && share.Share.Share > 0);
    }

    [Fact]
    public async Task Report_AfterEightDays_HasForgottenTheList()
    {
        await ShowAsync();
        time.Advance(TimeSpan.FromDays(8));

        Assert.Equal(0, (await shop.Get<CriteriaService>().ReportAsync()).Lists);
    }

    private async Task ShowAsync()
    {
        for (var number = 0; number < 5; number++)
        {
            await shop.AddAsync($"p{number}", TestShop.Value("neckline_design", number < 3 ? "V Neckline" : "Round Neckline"));
        }

        var shopper = Guid.NewGuid();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"));
        await shop.Shop.ShownAsync(new Impression(Guid.NewGuid(), shopper, "home", ["p1", "p2", "p3", "p4"]));
    }
}
