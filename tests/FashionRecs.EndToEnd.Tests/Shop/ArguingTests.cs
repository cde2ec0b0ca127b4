using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class ArguingTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Card_LessOfThis_TakesTheReasonAwayAndUndoBringsItBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.OpenAsync("/");
        // What others choose may stand first, and says less of necklines.
        var card = shopper.Page.Locator("article.card")
            .Filter(new() { Has = shopper.Page.Locator(".card-why", new() { HasText = "V-neckline" }) }).First;

        await card.GetByRole(AriaRole.Button, new() { Name = "Less of this: V-neckline" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You'll see less with a V-neckline.");
        await shopper.AskAnewAsync();
        await Assertions.Expect(shopper.Page.Locator("h1")).Not.ToContainTextAsync("V-neckline");

        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await shopper.AskAnewAsync();
        await Assertions.Expect(shopper.Page.Locator("h1")).ToContainTextAsync("V-neckline");
    }

    [Fact]
    public async Task Product_LikeThisBut_ShowsWhatHasTheOtherValueAndBackTakesItBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 1);
        var address = shopper.Page.Url;

        await shopper.Page.Locator(".but-offers").GetByRole(AriaRole.Link, new() { Name = "Round neckline", Exact = true }).ClickAsync();

        var found = shopper.Page.GetByRole(AriaRole.List, new() { NameRegex = new("Like this, but with") });
        await Assertions.Expect(found.Locator("article.card")).ToHaveCountAsync(4);
        await shopper.ExpectAddressContainsAsync("but=neckline_design");
        await shopper.ShowAsync("like-this-but-light");
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(found).ToHaveCountAsync(0);
        await Assertions.Expect(shopper.Page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task Style_SetByHandAndClickTakenBack_ChangeWhatIsBelieved()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 2);
        await shopper.OpenAsync("/style");
        var belief = shopper.Page.Locator(".belief")
            .Filter(new() { Has = shopper.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new(": V-neckline") }) });

        await belief.GetByLabel("Set how much you like it: V-neckline").SelectOptionAsync(new SelectOptionValue { Label = "Never" });
        await Assertions.Expect(belief.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You avoid: V-neckline");

        await belief.GetByText("From ").ClickAsync();
        await shopper.ShowAsync("style-light");
        await belief.GetByRole(AriaRole.Button, new() { Name = "Take back: Set by hand" }).ClickAsync();
        await Assertions.Expect(belief.GetByRole(AriaRole.Heading)).Not.ToHaveTextAsync("You avoid: V-neckline");
    }

    [Fact]
    public async Task Product_OpenedFromTheThirdPlace_LearnsWhatWasSkipped()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        // A card counts as looked at after a second on the screen, from when the browser says that it is there.
        await shopper.Page.Locator("article.card").EvaluateAllAsync<bool>("""
            cards => Promise.all(cards.slice(0, 2).map(card => new Promise(looked => new IntersectionObserver(entries => {
              if (entries.some(entry => entry.isIntersecting)) setTimeout(looked, 1100);
            }, { threshold: .5 }).observe(card)))).then(() => true)
            """);
        await shopper.Page.Locator("article.card h3 a").Nth(2).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product")).ToBeVisibleAsync();

        // The opening is told a moment after the page shows. (A page's WaitForFunction would not wait: to it the promise itself is true.)
        var data = await Polling.UntilAsync(
            () => shopper.Page.EvaluateAsync<string[]>(
                "async () => (await (await fetch('/account/data')).json()).events.map(event => `${event.signal} ${event.position}`)"),
            events => events.Length >= 3);

        Assert.Equal(["view 2", "skipped 0", "skipped 1"], [.. data.Take(1), .. data.Skip(1).Order()]);
    }

    [Fact]
    public async Task Account_DownloadAndDelete_GiveAndRemoveEverything()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "Round Neckline", 1);
        await shopper.Page.GotoAsync("/account");
        await shopper.ShowAsync("account-light");

        await shopper.TakesDataAlongAndDeletesItAsync();
    }
}
