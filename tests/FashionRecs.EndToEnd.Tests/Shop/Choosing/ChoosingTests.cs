using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Choosing;

public class ChoosingTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
    private static readonly PageGetByRoleOptions Switch = new() { Name = "The same for everybody" };

    [Fact]
    public async Task Home_SameForEverybody_IsKeptAndNamesNoLikingUntilSwitchedBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.OpenAsync("/");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToContainTextAsync("V-neckline");
        var own = await shopper.CardsAsync();

        await shopper.Page.GetByRole(AriaRole.Switch, Switch).First.ClickAsync();

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("The same for everybody");
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Switch, Switch).First).ToBeCheckedAsync();
        Assert.NotEqual(own, await shopper.CardsAsync());
        Assert.Equal(0, await shopper.Page.Locator(".card-why .reason").CountAsync());
        var same = await shopper.CardsAsync();

        var other = await VisitAsync();
        await other.OpenAsync("/");
        await other.Page.GetByRole(AriaRole.Switch, Switch).First.ClickAsync();
        await Assertions.Expect(other.Page.Locator("h1")).ToHaveTextAsync("The same for everybody");
        // Others of these tests like things meanwhile, by which what most chose may change: it is the same for both at one moment.
        await shopper.OpenAsync("/");
        await other.OpenAsync("/");
        Assert.Equal(same.Split(' ').Length, (await other.CardsAsync()).Split(' ').Length);
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("The same for everybody");

        await shopper.Page.GetByRole(AriaRole.Switch, Switch).First.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("h1")).ToContainTextAsync("V-neckline");
    }

    [Fact]
    public async Task HowWeChoose_FromTheFooterAndFromARow_SaysWhatCountsAndSwitches()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "V Neckline", 3);
        await shopper.OpenAsync("/");
        await Assertions.Expect(shopper.Page.Locator(".site-footer").GetByRole(AriaRole.Link, new() { Name = "How we choose" }))
            .ToBeVisibleAsync();

        await shopper.Page.Locator(".choosing").First.GetByRole(AriaRole.Link, new() { Name = "How we choose" }).ClickAsync();

        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Heading, new() { Name = "What counts" })).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.GetByText("What the picture shows")).ToBeVisibleAsync();
        await shopper.ReadyAsync();
        await shopper.Page.GetByRole(AriaRole.Switch, Switch).ClickAsync();
        await Assertions.Expect(shopper.Page.GetByText("You see the same as everybody.")).ToBeVisibleAsync();
        await shopper.OpenAsync("/style");
        await Assertions.Expect(shopper.Page.GetByText("None of this is used at the moment")).ToBeVisibleAsync();
    }
}
