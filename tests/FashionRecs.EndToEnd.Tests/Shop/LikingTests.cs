using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(FilledShop))]
[assembly: AssemblyFixture(typeof(SeedShop))]

namespace FashionRecs.EndToEnd.Tests.Shop;

public class LikingTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Home_ThreeLikesOfOneNeckline_NamesItAndMarksItsRegion()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);

        await shopper.OpenAsync("/");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("Because you like a V-neckline");
        // Others of these tests choose things too, which may stand first, and a sleeve that was liked with it may be named before it.
        var card = shopper.Page.Locator("article.card")
            .Filter(new() { Has = shopper.Page.Locator(".card-why", new() { HasText = "because of its V-neckline" }) }).First;

        await Assertions.Expect(card).ToBeVisibleAsync();
        var region = await card.Locator(".region").First.BoundingBoxAsync();
        var picture = await card.Locator(".picture").BoundingBoxAsync();
        Assert.InRange(region!.X, picture!.X, picture.X + picture.Width - region.Width);
        Assert.InRange(region.Y, picture.Y, picture.Y + (picture.Height / 2));
        await shopper.ShowAsync("home-light", whole: false);
    }

    [Fact]
    public async Task Home_LikeOnTheCard_RanksAnewWhenAskedAndUndoTakesItBack()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        await shopper.LikesAndTakesItBackAsync();
    }

    [Fact]
    public async Task Home_LikeByKeyboard_LeavesTheFocusInItsPlaceOfTheList()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");

        await shopper.Page.Locator("article.card [data-click=like]").Nth(1).PressAsync("Enter");

        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");
        await Assertions.Expect(shopper.Page.Locator("article.card[data-position='1'] [data-click=unlike]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Card_PointingAtReasonOrRegion_LightsTheOther()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.OpenAsync("/");
        var card = shopper.Page.Locator("article.card").First;

        await card.Locator(".reason").First.HoverAsync();
        await Assertions.Expect(card.Locator(".region[data-lit]")).ToHaveCountAsync(1);

        await shopper.Page.Locator("h1").HoverAsync();
        await Assertions.Expect(card.Locator("[data-lit]")).ToHaveCountAsync(0);
        await card.Locator(".region").First.FocusAsync();
        await Assertions.Expect(card.Locator(".reason[data-lit]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Home_TwoShoppersWithOppositeTastes_SeeDifferentPages()
    {
        var one = await VisitAsync();
        var other = await VisitAsync(dark: true, phone: true);
        await one.LikeAsync(shop.Server, "V Neckline", 3);
        await other.LikeAsync(shop.Server, "Round Neckline", 3);

        await one.OpenAsync("/");
        await other.OpenAsync("/");

        await Assertions.Expect(one.Page.Locator("h1")).ToContainTextAsync("Because you like a V-neckline");
        await Assertions.Expect(other.Page.Locator("h1")).ToContainTextAsync("round neckline");
        Assert.NotEqual(await one.CardsAsync(), await other.CardsAsync());
        await other.ShowAsync("home-dark-phone", whole: false);
    }
}
