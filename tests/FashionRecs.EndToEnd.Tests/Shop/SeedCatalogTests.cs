using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class SeedCatalogTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<SeedShop>
{
    [Fact]
    public async Task Home_OppositeTastes_SeeDifferentProductsForDifferentReasons()
    {
        var (one, other) = (await VisitAsync(), await VisitAsync());
        await LikeAsync(one, "Long Sleeves");
        await LikeAsync(other, "Sleeveless");

        await one.OpenAsync("/");
        await other.OpenAsync("/");

        Assert.NotEqual(await one.CardsAsync(), await other.CardsAsync());
        Assert.NotEqual(await one.Page.Locator("h1").InnerTextAsync(), await other.Page.Locator("h1").InnerTextAsync());
        await one.PictureAsync("seed-home-light");
    }

    [Fact]
    public async Task Product_HeatMap_IsLaidOverThePictureAndFollowsTheRegion()
    {
        var shopper = await VisitAsync();
        await LikeAsync(shopper, "Long Sleeves");
        var toggle = shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Heat map" });
        var overlay = shopper.Page.Locator("[data-map-overlay]");
        await Assertions.Expect(overlay).ToBeHiddenAsync();

        await toggle.ClickAsync();

        await Assertions.Expect(overlay).ToBeVisibleAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await overlay.EvaluateAsync<bool>("image => image.naturalWidth > 0"));
        await shopper.PictureAsync("seed-heat-map-light");
        await toggle.ClickAsync();
        await Assertions.Expect(overlay).ToBeHiddenAsync();
    }

    /// <summary>Likes three products that surely show a sleeve length, each on its own page; stays on the last.</summary>
    private async Task LikeAsync(Visitor visitor, string sleeves)
    {
        var catalog = await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync();
        var products = catalog.Items.Where(item => item.Readings.Any(reading =>
            reading.Attribute.Code == "sleeve_length" && reading.Visible >= 0.5f && reading.Top.Code == sleeves && reading.Probabilities[reading.Top.Position] >= 0.6f));
        foreach (var product in products.DistinctBy(item => item.Product.Name).Take(3))
        {
            await visitor.OpenAsync($"/product/{product.Product.Id}");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        }
    }
}
