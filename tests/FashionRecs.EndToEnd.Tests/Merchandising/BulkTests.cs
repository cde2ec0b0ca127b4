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
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenAsync("/merchandising/bulk?attribute=neckline_design&value=Deep%20V%20Neckline&state=all");
        await reviewer.Page.Locator("[data-bulk-value]").SelectOptionAsync("V Neckline");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-bulk-count]")).ToHaveAttributeAsync("data-bulk-count", "71");

        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Change 71 products" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByText("71 products changed.")).ToBeVisibleAsync();
        Assert.Equal(71, await ReviewedAsync());
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(reviewer.Page.GetByText("Taken back: 71 products")).ToBeVisibleAsync();
        Assert.Equal(0, await ReviewedAsync());

        // Bulk in the menu takes the filter away, and the fields say so.
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Bulk", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("select[name=attribute]")).ToHaveValueAsync("");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-bulk-count]")).ToHaveAttributeAsync("data-bulk-count", "213");
    }

    private async Task<int> ReviewedAsync() => (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items
        .Count(item => item.Readings.Any(reading => reading.Source == TagSource.Reviewed));
}
