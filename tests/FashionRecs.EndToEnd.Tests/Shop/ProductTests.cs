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

        var shares = await shopper.Page.Locator(".share:not(.sum) .share-value").AllInnerTextsAsync();
        var sum = shares.Sum(text => decimal.Parse(text.Split(':')[^1].Trim().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture));
        var score = decimal.Parse((await shopper.Page.Locator("[data-score]").GetAttributeAsync("data-score"))!, CultureInfo.InvariantCulture);

        Assert.InRange(sum - score, -0.005m * (shares.Count + 1), 0.005m * (shares.Count + 1));
        await shopper.PictureAsync("product-light");
    }

    [Fact]
    public async Task Product_MoreLikeThis_RaisesItsShare()
    {
        var shopper = await VisitAsync(dark: true);
        await shopper.LikeAsync(shop.Server, "V Neckline", 1);
        var line = shopper.Page.Locator(".share").Filter(new() { Has = shopper.Page.GetByRole(AriaRole.Heading, new() { Name = "V-neckline", Exact = true }) });
        var before = await line.Locator(".share-value").InnerTextAsync();

        await line.GetByRole(AriaRole.Button, new() { Name = "More like this" }).ClickAsync();

        await Assertions.Expect(line.Locator(".share-value")).Not.ToHaveTextAsync(before);
        await shopper.PictureAsync("product-dark");
    }

    [Fact]
    public async Task Product_Back_ReturnsToTheSamePage()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        var before = await shopper.CardsAsync();
        await shopper.Page.Locator("article.card h3 a").First.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product")).ToBeVisibleAsync();

        await shopper.Page.GoBackAsync();

        await Assertions.Expect(shopper.Page.Locator("article.card").First).ToBeVisibleAsync();
        Assert.Equal(before, await shopper.CardsAsync());
    }

    [Fact]
    public async Task Product_StaleLink_SaysItHasLeftTheShop()
    {
        var shopper = await VisitAsync();

        await shopper.OpenAsync("/product/no-such-product");

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("This product has left the shop");
    }
}
