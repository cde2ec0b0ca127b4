using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>Going through the whole catalog, at a desk and on a phone.</summary>
public class SeedCatalogTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Phone_Filters_HoldAtOnceAndTheButtonSaysHowManyAreLeft()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.Page.SetViewportSizeAsync(390, 844);
        await shopper.OpenAsync("/catalog");
        var card = await shopper.Page.Locator("article.card").First.BoundingBoxAsync();
        Assert.InRange(card!.Y + card.Height, 0, 844);
        var sheet = shopper.Page.Locator("#filters");
        var done = sheet.Locator(".facets-foot .button");

        await shopper.Page.Locator(".facets-toggle").ClickAsync();
        await Assertions.Expect(done).ToHaveTextAsync("Show 600 products");
        var family = sheet.GetByRole(AriaRole.Link, new() { NameRegex = new("^V-shaped neckline") });
        var counted = await family.Locator("span").InnerTextAsync();
        await family.ClickAsync();
        await Assertions.Expect(done).ToHaveTextAsync($"Show {counted} products");
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await shopper.CheckAsync();
        await shopper.ShowAsync("filters-phone", whole: false);

        await done.ClickAsync();
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(shopper.Page.Locator(".applied span").First).ToHaveTextAsync($"{counted} products");
        await Assertions.Expect(shopper.Page.Locator(".facets-toggle")).ToHaveTextAsync("Filters (1)");
    }

    [Fact]
    public async Task More_ThenOpenedAndBack_IsTheSameLongListInTheSamePlace()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");
        var first = await shopper.CardsAsync();
        var more = shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Show 24 more" });
        await more.ScrollIntoViewIfNeededAsync();
        var before = await shopper.Page.EvaluateAsync<int>("Math.round(scrollY)");

        await more.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("article.card")).ToHaveCountAsync(48);
        var both = await shopper.CardsAsync();
        Assert.StartsWith(first, both, StringComparison.Ordinal);
        await Assertions.Expect(shopper.Page.Locator("article.card[data-position='24'] h3 a")).ToBeFocusedAsync();
        Assert.InRange(await shopper.Page.EvaluateAsync<int>("Math.round(scrollY)"), before - 2, before + 2);
        await shopper.ExpectAddressEndsWithAsync("/catalog?page=1-2");

        var card = shopper.Page.Locator("article.card").Nth(40);
        await card.Locator("h3 a").HoverAsync();
        var top = await shopper.Page.EvaluateAsync<int>("Math.round(scrollY)");
        await card.Locator("h3 a").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product-actions")).ToBeVisibleAsync();
        await shopper.Page.GoBackAsync();
        Assert.Equal(both, await Polling.UntilAsync(shopper.CardsAsync, cards => cards == both));
        Assert.InRange(
            await Polling.UntilAsync(() => shopper.Page.EvaluateAsync<int>("Math.round(scrollY)"), now => Math.Abs(now - top) <= 1),
            top - 1, top + 1);
    }

    [Fact]
    public async Task Pages_NumberAndLength_BeginAtTheTopAndStayInTheAddress()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");
        await shopper.Page.Locator(".pages").ScrollIntoViewIfNeededAsync();

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Page 25" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".pages")).ToContainTextAsync("Products 577 to 600 of 600");
        Assert.Equal(0, await Polling.UntilAsync(() => shopper.Page.EvaluateAsync<int>("scrollY"), top => top == 0));

        await shopper.Page.Locator(".per-page").GetByText("96").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".pages")).ToContainTextAsync("Products 577 to 600 of 600");
        await shopper.ExpectAddressEndsWithAsync("/catalog?per=96&page=7");

        await shopper.Page.GetByLabel("Sort by").SelectOptionAsync("Price, lowest first");
        await Assertions.Expect(shopper.Page.Locator("article.card")).ToHaveCountAsync(96);
        await shopper.ExpectAddressEndsWithAsync("/catalog?sort=priceup&per=96");
    }

    [Fact]
    public async Task Price_ThatNothingHas_ShowsTheNearest()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog?type=Dress");
        await shopper.Page.Locator(".facets details:has(#min) summary").ClickAsync();

        await shopper.Page.GetByLabel("Highest price").FillAsync("1");
        await shopper.Page.GetByLabel("Highest price").PressAsync("Enter");

        await Assertions.Expect(shopper.Page.Locator(".search-note")).ToContainTextAsync("Nothing fits the price “Up to €1”");
        await Assertions.Expect(shopper.Page.Locator("article.card").First).ToBeVisibleAsync();
        await shopper.ExpectAddressContainsAsync("max=1");
    }
}
