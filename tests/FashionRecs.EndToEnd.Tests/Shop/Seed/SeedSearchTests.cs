using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>Finding things by words, from the first letter to the last chip, on the catalog that ships.</summary>
public class SeedSearchTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Search_ByKeyboard_SuggestsAndBecomesChips()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        var field = shopper.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search the shop" });
        var options = shopper.Page.Locator(".site-search [role=option]");

        await field.PressSequentiallyAsync("black dr");
        await Assertions.Expect(options.First).ToContainTextAsync("black dress");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await field.PressAsync("Escape");
        await Assertions.Expect(options.First).ToBeHiddenAsync();
        await Assertions.Expect(field).ToHaveValueAsync("black dr");

        await field.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("“black dress”");
        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Dress", "Black"]);
    }

    [Fact]
    public async Task Chips_OfWords_AreRemovedOneByOneAndComeBack()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog?q=v+neck+black+dress+under+60");
        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Dress", "V-shaped neckline", "Black", "Up to €60"]);
        var total = await shopper.Page.Locator(".applied span").First.InnerTextAsync();

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Black" }).ClickAsync();
        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Dress", "V-shaped neckline", "Up to €60"]);
        await shopper.ExpectAddressEndsWithAsync("/catalog?type=Dress&neckline_design=V-Shaped&max=60");

        await shopper.Page.GoBackAsync();
        await Assertions.Expect(Chips(shopper)).ToHaveCountAsync(4);
        await Assertions.Expect(shopper.Page.Locator(".applied span").First).ToHaveTextAsync(total);
    }

    [Fact]
    public async Task Search_OnAPhone_SuggestsUnderTheFinger()
    {
        var shopper = await VisitAsync(phone: true, dark: true);
        await shopper.OpenAsync("/catalog?q=");
        var field = shopper.Page.GetByLabel("Search by words");

        await field.PressSequentiallyAsync("jumpers");
        var option = shopper.Page.Locator(".catalog-search [role=option]").First;
        await Assertions.Expect(option).ToBeInViewportAsync();
        await option.TapAsync();

        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Sweater"]);
    }

    [Fact]
    public async Task Search_OfNothing_OffersTypesAndWhatComesClosest()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog?q=bagpipes");
        await Assertions.Expect(shopper.Page.GetByText("Nothing matches.")).ToBeVisibleAsync();
        await shopper.Page.Locator(".popular a").First.ClickAsync();
        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Dress"]);

        await shopper.OpenAsync("/catalog?q=linen+swaeter");
        await Assertions.Expect(shopper.Page.GetByText("Left out: “linen”.")).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.GetByText("Showing results for “sweater”.")).ToBeVisibleAsync();
        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Sweater"]);
    }

    [Fact]
    public async Task Search_OfFourThousandWords_IsAnsweredByTheFirst()
    {
        var shopper = await VisitAsync();

        await shopper.OpenAsync("/catalog?q=" + string.Concat(Enumerable.Repeat("dress+", 4_000)));

        await Assertions.Expect(Chips(shopper)).ToHaveTextAsync(["Dress"]);
    }

    private static ILocator Chips(Visitor shopper) => shopper.Page.Locator(".applied .chip bdi");
}
