using System.Text.RegularExpressions;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>Home on the catalog that ships, as a fresh installation shows it.</summary>
public class SeedHomeTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Home_OppositeTastes_SeeDifferentProductsForDifferentReasons()
    {
        var (one, other) = (await VisitAsync(), await VisitAsync());
        var (covered, bare) =
            (await one.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", 5),
            await other.LikeAsync(shop.Server, "sleeve_length", "Sleeveless", 5));

        await one.OpenAsync("/");
        await other.OpenAsync("/");

        Assert.NotEqual(await one.CardsAsync(), await other.CardsAsync());
        // Further down are rows for discovery; the first one must be of one mind.
        var (first, otherFirst) = (one.Page.Locator(".shelf").First, other.Page.Locator(".shelf").First);
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = covered.Phrase, Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = bare.Phrase, Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(otherFirst.GetByRole(AriaRole.Button, new() { Name = covered.Phrase, Exact = true })).ToHaveCountAsync(0);
        Assert.NotEqual(await one.Page.Locator("h1").InnerTextAsync(), await other.Page.Locator("h1").InnerTextAsync());
        await one.ShowAsync("seed-home-light");
    }

    [Fact]
    public async Task Home_LikeAndUndo_RanksAnewWhenAskedAndBack()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        await shopper.LikesAndTakesItBackAsync();
    }

    [Fact]
    public async Task Card_LessOfThis_IsNamedNoMoreUntilUndone()
    {
        var shopper = await VisitAsync();
        var value = await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        // not "extra-long sleeves"
        var reasons = shopper.Page.Locator(".reason", new() { HasTextRegex = new Regex($@"(?<![\w-]){value.Phrase}\b") });
        var less = shopper.Page.GetByRole(AriaRole.Button, new() { Name = $"Less of this: {value.Phrase}", Exact = true });
        await Assertions.Expect(reasons.First).ToBeVisibleAsync();
        var before = await reasons.CountAsync();

        for (var asked = 0; asked < 3 && await less.CountAsync() > 0; asked++)
        {
            var cards = await shopper.CardsAsync();
            await less.First.ClickAsync();
            await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync($"You'll see less with {value.Phrase}.");
            await shopper.AskAnewAsync();
            await shopper.Page.WaitForFunctionAsync(
                "before => [...document.querySelectorAll('article.card')].map(card => card.dataset.productCard).join(' ') !== before",
                cards);
        }

        await Assertions.Expect(reasons).ToHaveCountAsync(0);
        await shopper.Page.RunAndWaitForResponseAsync(
            () => shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync(),
            answer => answer.Url.EndsWith("/clicks", StringComparison.Ordinal));
        await shopper.AskAnewAsync();
        await Assertions.Expect(reasons.First).ToBeVisibleAsync();
        Assert.InRange(await Polling.UntilAsync(reasons.CountAsync, count => count >= 1 && count <= before), 1, before);
    }

    [Fact]
    public async Task Card_TappedReasonOrRegion_LightsTheOther()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var card = shopper.Page.Locator("article.card", new() { Has = shopper.Page.Locator(".reason") }).First;
        await Assertions.Expect(card.Locator("[data-lit]")).ToHaveCountAsync(0);
        var (picture, buttons) =
            (await card.Locator(".picture").BoundingBoxAsync(), await card.Locator(".card-actions").BoundingBoxAsync());
        Assert.True(buttons!.Y >= picture!.Y + picture.Height, "The buttons lie over what is marked.");

        await card.Locator(".reason").First.TapAsync();
        await Assertions.Expect(card.Locator(".region[data-lit]")).ToHaveCountAsync(1);
        await shopper.ShowAsync("seed-home-phone-tapped", whole: false);

        await shopper.Page.Locator("h1").TapAsync();
        await Assertions.Expect(card.Locator("[data-lit]")).ToHaveCountAsync(0);
        await card.Locator(".region").First.TapAsync();
        await Assertions.Expect(card.Locator(".reason[data-lit]")).ToHaveCountAsync(1);
        await Assertions.Expect(shopper.Page).ToHaveURLAsync(new Uri(new Uri(shopper.Page.Url), "/").ToString());
    }
}
