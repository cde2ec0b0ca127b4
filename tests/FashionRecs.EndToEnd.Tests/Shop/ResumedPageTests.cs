using FashionRecs.Application;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

/// <summary>A page whose circuit is gone goes on where it was, also after the shop was started anew.</summary>
public sealed class ResumedPageTests(Browser browser) : IAsyncDisposable
{
    private readonly OpenThings open = new();

    [Fact]
    public async Task Catalog_ShopStartedAnew_KeepsFiltersPlaceAndWhatWasWritten()
    {
        var database = Path.Combine(open.Folder, "shop.db");
        await using (var services = new ServiceCollection().AddLogging().AddApplication()
            .AddSqliteStorage(options => options.DatabasePath = database).BuildServiceProvider())
        {
            await services.GetRequiredService<IShopDatabase>().PrepareAsync();
            await DrawnProducts.FillAsync(services, 20, "V Neckline", "Round Neckline");
        }

        var server = open.Keep(await ShopProcess.StartAsync(database));
        var shopper = open.Keep(await browser.VisitAsync(server.Address, phone: true));
        await shopper.OpenAsync("/catalog?neckline_design=V-Shaped&per=48");
        var cards = await shopper.CardsAsync();
        await shopper.Page.GetByLabel("Search by words").FillAsync("half wri");
        await shopper.Page.Locator("article.card").Nth(12).ScrollIntoViewIfNeededAsync();
        var top = await shopper.Page.EvaluateAsync<int>("Math.round(scrollY)");
        Assert.True(top > 500);
        await shopper.Page.EvaluateAsync("window.sameDocument = true");

        server.Kill();
        await Assertions.Expect(shopper.Page.Locator("#components-reconnect-modal")).ToHaveJSPropertyAsync("open", true);
        open.Keep(await ShopProcess.StartAsync(database, server.Address));
        await shopper.Page.WaitForFunctionAsync("() => !window.sameDocument && document.documentElement.dataset.ready === 'true'", null,
            new() { Timeout = 120_000 });

        Assert.Equal(cards, await Polling.UntilAsync(shopper.CardsAsync, now => now == cards));
        await shopper.ExpectAddressEndsWithAsync("/catalog?neckline_design=V-Shaped&per=48");
        await Assertions.Expect(shopper.Page.GetByLabel("Search by words")).ToHaveValueAsync("half wri");
        Assert.InRange(
            await Polling.UntilAsync(() => shopper.Page.EvaluateAsync<int>("Math.round(scrollY)"), now => Math.Abs(now - top) <= 40),
            top - 40, top + 40);
    }

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
