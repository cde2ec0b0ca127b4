using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class BrowsingTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Catalog_FilterChipAndBack_FollowTheAddress()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");
        await Assertions.Expect(shopper.Page.Locator(".applied")).ToContainTextAsync($"{FilledShop.Products} products");

        await shopper.Page.Locator(".facets a[href*='Bare%20Shoulders']").ClickAsync();
        await shopper.Page.Locator(".facets a[href*='Off%20Shoulder']").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".applied")).ToContainTextAsync($"{FilledShop.PerNeckline} products");
        await shopper.ExpectAddressContainsAsync("neckline_design=Off%20Shoulder");
        await shopper.ShowAsync("catalog-light", whole: false);

        await shopper.Page.Locator(".chip").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".applied")).ToContainTextAsync($"{FilledShop.Products} products");
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(shopper.Page.Locator(".applied")).ToContainTextAsync($"{FilledShop.PerNeckline} products");
    }

    [Fact]
    public async Task Catalog_SearchWithoutResult_SaysSo()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.OpenAsync("/");

        // The header of a phone has a button only.
        await shopper.Page.Locator(".site-search button").ClickAsync();
        var words = shopper.Page.GetByLabel("Search by words");
        await Assertions.Expect(words).ToBeFocusedAsync();
        await words.FillAsync("<script>zebra</script>");
        await words.PressAsync("Enter");

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("“<script>zebra</script>”");
        await Assertions.Expect(shopper.Page.GetByText("Nothing matches.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Style_ForgottenBelief_LeavesTheReasonsAndComesBackWithUndo()
    {
        var shopper = await VisitAsync(dark: true);
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.OpenAsync("/style");
        var belief = shopper.Page.Locator(".belief")
            .Filter(new() { HasTextRegex = new System.Text.RegularExpressions.Regex("You (love|like): V-neckline") });
        await Assertions.Expect(belief).ToHaveCountAsync(1);
        await shopper.ShowAsync("style-dark");

        await belief.GetByRole(AriaRole.Button, new() { Name = "Forget: V-neckline", Exact = true }).ClickAsync();
        await Assertions.Expect(belief).ToHaveCountAsync(0);

        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(belief).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Style_PinnedBelief_StaysWhereItIs()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        await shopper.OpenAsync("/style");
        var belief = shopper.Page.Locator(".belief")
            .Filter(new() { Has =
            shopper.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new System.Text.RegularExpressions.Regex(": V-neckline") }) });
        await belief.GetByRole(AriaRole.Button, new() { Name = "Keep it so: V-neckline", Exact = true }).ClickAsync();
        await Assertions.Expect(belief).ToContainTextAsync("kept as you set it");
        var weight = await belief.Locator(".share-value").InnerTextAsync();

        await shopper.LikeAsync(shop.Server, "V Neckline", 3, skip: 2);

        await shopper.OpenAsync("/style");
        await Assertions.Expect(belief.Locator(".share-value")).ToHaveTextAsync(weight);
        await shopper.ShowAsync("style-phone");
    }
}
