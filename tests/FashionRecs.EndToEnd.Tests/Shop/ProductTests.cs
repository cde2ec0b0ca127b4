using System.Globalization;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class ProductTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Product_Shares_AddUpToTheScoreOnThePage()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        await shopper.OpenAsync("/");
        await shopper.Page.Locator("article.card h3 a").First.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product")).ToBeVisibleAsync();

        // Read in one go: opening the product is learned from, and may move the numbers meanwhile.
        var numbers = await shopper.Page.Locator(".shares").EvaluateAsync<string[]>(
            "panel => [panel.querySelector('[data-score]'), ...panel.querySelectorAll('.share:not(.sum) .share-value')].map(value => "
                + "value.textContent)");
        var printed =
            numbers.Select(text =>
            decimal.Parse(text.Split(':')[^1].Trim().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(printed[0], printed[1..].Sum());
        await shopper.ShowAsync("product-light");
    }

    [Fact]
    public async Task Product_MoreLikeThis_RaisesItsShare()
    {
        var shopper = await VisitAsync(dark: true);
        await shopper.LikeAsync(shop.Server, "V Neckline", 1);
        var line = shopper.Page.Locator(".share")
            .Filter(new() { Has = shopper.Page.GetByRole(AriaRole.Heading, new() { Name = "V-neckline", Exact = true }) });
        var before = await line.Locator(".share-value").InnerTextAsync();

        await line.GetByRole(AriaRole.Button, new() { Name = "More like this" }).ClickAsync();

        await Assertions.Expect(line.Locator(".share-value")).Not.ToHaveTextAsync(before);
        await shopper.ShowAsync("product-dark");
    }

    [Fact]
    public async Task Product_Back_ReturnsToTheHomePage()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        await shopper.Page.Locator("article.card h3 a").First.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product")).ToBeVisibleAsync();

        await shopper.Page.GoBackAsync();

        await Assertions.Expect(shopper.Page.Locator("[data-impression] article.card").First).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page).ToHaveURLAsync(new Uri(new Uri(shopper.Page.Url), "/").ToString());
    }
}
