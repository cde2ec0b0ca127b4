using System.Globalization;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>Catalog, product and quiz on the catalog that ships.</summary>
public class SeedBrowsingTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Catalog_FilterChipAndBack_FollowTheAddress()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");
        var applied = shopper.Page.Locator(".applied span").First;
        var all = await applied.InnerTextAsync();

        var filter = shopper.Page.Locator(".facets a[href$='sleeve_length=Long']");
        await shopper.Page.Locator(".facets details:has(a[href$='sleeve_length=Long']) summary").ClickAsync();
        var counted = await filter.Locator("span").InnerTextAsync();
        await filter.ClickAsync();
        await Assertions.Expect(applied).ToHaveTextAsync($"{counted} products");
        await Assertions.Expect(shopper.Page.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("Long sleeves");

        await shopper.Page.Locator(".chip").ClickAsync();
        await Assertions.Expect(applied).ToHaveTextAsync(all);
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(applied).ToHaveTextAsync($"{counted} products");
        await shopper.ExpectAddressEndsWithAsync("sleeve_length=Long");
    }

    [Fact]
    public async Task Header_Search_FindsWordsOfWhatThePicturesShow()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");

        await shopper.Page.GetByLabel("Search the shop").FillAsync("off-shoulder");
        await shopper.Page.GetByLabel("Search the shop").PressAsync("Enter");

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("“off-shoulder”");
        await Assertions.Expect(shopper.Page.Locator("article.card").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Product_Why_NumbersItsRegionsAndAddsUpToTheScore()
    {
        var shopper = await VisitAsync();
        var value = await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var named = shopper.Page.GetByRole(AriaRole.Button, new() { Name = value.Phrase, Exact = true });
        var id = await shopper.Page.Locator("article.card", new() { Has = named }).First.GetAttributeAsync("data-product-card");
        await shopper.OpenAsync($"/product/{id}");

        // What the card said, the page says too: opening it is no reason.
        await Assertions.Expect(shopper.Page.Locator("[data-sentence]")).ToContainTextAsync("because of its");
        await Assertions.Expect(
            shopper.Page.Locator(".share h3",
            new() { HasTextRegex = new($"^{value.Phrase}$", System.Text.RegularExpressions.RegexOptions.IgnoreCase) })).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.Locator(".picture .region .number")).Not.ToHaveCountAsync(0);
        var numbers = await shopper.Page.Locator(".shares").EvaluateAsync<string[]>(
            "panel => [panel.querySelector('[data-score]'), ...panel.querySelectorAll('.share:not(.sum) .share-value')].map(value => "
                + "value.textContent)");
        var printed =
            numbers.Select(text =>
            decimal.Parse(text.Split(':')[^1].Trim().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(printed[0], printed[1..].Sum());
    }

    [Fact]
    public async Task Product_TappedNumberOnAPhone_BringsRegionAndWordsTogether()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var (number, region) = (shopper.Page.Locator(".share button.number").First, shopper.Page.Locator(".region[data-lit]"));
        var (word, sum) =
            (await shopper.Page.Locator(".share.sum h3").BoundingBoxAsync(),
            await shopper.Page.Locator(".share.sum .share-value").BoundingBoxAsync());
        Assert.InRange(sum!.Y, word!.Y - sum.Height, word.Y + word.Height);
        Assert.True(sum.X > word.X + word.Width);
        await number.ScrollIntoViewIfNeededAsync();

        await number.TapAsync();
        await Assertions.Expect(region).ToBeInViewportAsync();

        await region.Locator(".number").TapAsync();
        await Assertions.Expect(shopper.Page.Locator(".share[data-lit]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Product_LikeThisBut_DiffersInThatAndBackTakesItBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var address = shopper.Page.Url;

        await shopper.Page.Locator(".but-offers a[href*='but=sleeve_length']").First.ClickAsync();

        var found = shopper.Page.GetByRole(AriaRole.List, new() { NameRegex = new("Like this, but with .*sleeve") });
        await Assertions.Expect(found.Locator("article.card").First).ToBeVisibleAsync();
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(found).ToHaveCountAsync(0);
        await Assertions.Expect(shopper.Page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task Product_ALittleShorter_ShowsWhatIsAndBackTakesItBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var address = shopper.Page.Url;

        await shopper.Page.Locator(".but-offers a[href*='length=sleeve_length%3Ashorter']").ClickAsync();

        var found = shopper.Page.GetByRole(AriaRole.List, new() { Name = "Like this, but a little shorter" });
        await Assertions.Expect(found.Locator("article.card").First).ToBeVisibleAsync();
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(found).ToHaveCountAsync(0);
        await Assertions.Expect(shopper.Page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task Product_HeatMap_IsLaidOverThePictureAndFollowsTheRegion()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var toggle = shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Heat map" });
        var overlay = shopper.Page.Locator("[data-map-overlay]");
        await Assertions.Expect(overlay).ToBeHiddenAsync();

        await toggle.ClickAsync();

        await Assertions.Expect(overlay).ToBeVisibleAsync();
        await Assertions.Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.True(await overlay.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 0; }"));
        await shopper.ShowAsync("seed-heat-map-light");
        await toggle.ClickAsync();
        await Assertions.Expect(overlay).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Quiz_AnswersSkipAndUndo_EndInAStyle()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.OpenAsync("/quiz");
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).ClickAsync();
        var step = shopper.Page.Locator(".kicker");
        await Assertions.Expect(step).ToContainTextAsync("1 of 10");
        var first = await shopper.Page.Locator(".quiz-card").GetAttributeAsync("data-product-card");

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
        await Assertions.Expect(step).ToContainTextAsync("2 of 10");
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Undo the skip" }).ClickAsync();
        await Assertions.Expect(step).ToContainTextAsync("1 of 10");
        Assert.Equal(first, await shopper.Page.Locator(".quiz-card").GetAttributeAsync("data-product-card"));

        for (var answered = 1; answered <= 10; answered++)
        {
            await shopper.Page.GetByRole(AriaRole.Button, new() { Name = answered % 2 == 0 ? "No" : "Yes", Exact = true }).ClickAsync();
            await Assertions.Expect(step).ToContainTextAsync(answered < 10 ? $"{answered + 1} of 10" : "done");
        }

        await shopper.OpenAsync("/style");
        await Assertions.Expect(shopper.Page.Locator(".belief").First).ToBeVisibleAsync();
    }
}
