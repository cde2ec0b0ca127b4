using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class BulkTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    [Fact]
    public async Task BulkEdit_Undone_LeavesEverythingAsItWas()
    {
        var deep = (await ItemsAsync()).Count(item => item.Readings.Any(reading => reading.Top.Code == "Deep V Neckline"));
        Assert.InRange(deep, 2, 50);
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenAsync("/merchandising/bulk?attribute=neckline_design&value=Deep%20V%20Neckline&state=all");
        await reviewer.Page.Locator("[data-bulk-value]").SelectOptionAsync("V Neckline");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-bulk-count]")).ToHaveAttributeAsync("data-bulk-count", $"{deep}");

        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = $"Change {deep} products" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByText($"{deep} products changed.")).ToBeVisibleAsync();
        Assert.Equal(deep, await ReviewedAsync());
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(reviewer.Page.GetByText($"Taken back: {deep} products")).ToBeVisibleAsync();
        Assert.Equal(0, await ReviewedAsync());

        // Bulk in the menu takes the filter away, and the fields say so.
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Bulk edit", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("select[name=attribute]")).ToHaveValueAsync("");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-bulk-count]"))
            .ToHaveAttributeAsync("data-bulk-count", $"{ReviewShop.Products}");
    }

    [Fact]
    public async Task BulkEdit_PageLeftAndOpenedAgain_IsStillTakenBack()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var before = await SpokenOnAsync();
        await reviewer.OpenAsync("/merchandising/bulk?attribute=collar_design&state=all");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Confirm") }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-undo-notice]")).ToContainTextAsync("changed.");
        Assert.NotEqual(before, await SpokenOnAsync());

        await reviewer.OpenAsync("/merchandising");
        await reviewer.OpenAsync("/merchandising/bulk");
        await reviewer.Page.Locator("[data-take-back]").ClickAsync();

        await Assertions.Expect(reviewer.Page.Locator("[data-undo-notice]")).ToContainTextAsync("Taken back:");
        await Assertions.Expect(reviewer.Page.Locator("[data-take-back]")).ToHaveCountAsync(0);
        Assert.Equal(before, await SpokenOnAsync());
    }

    private async Task<int> SpokenOnAsync() =>
        (await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync()).Products.Count();

    private async Task<int> ReviewedAsync() =>
        (await ItemsAsync()).Count(item => item.Readings.Any(reading => reading.Source == TagSource.Reviewed));

    private async Task<IReadOnlyList<CatalogItem>> ItemsAsync() =>
        (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;
}
