using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>The picture on the whole window, and the bag.</summary>
public class SeedViewerTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Viewer_ByKeyboard_EnlargesWithItsMarksAndGivesTheFocusBack()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves", count: 1);
        var marks = await shopper.Page.Locator(".product > .picture .region").CountAsync();
        Assert.True(marks > 0);
        var open = shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Enlarge the picture" });
        var viewer = shopper.Page.Locator("dialog[data-viewer]");
        var sheet = viewer.Locator(".viewer-sheet");

        await open.FocusAsync();
        await shopper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(viewer).ToBeVisibleAsync();
        await Assertions.Expect(sheet.Locator(".region")).ToHaveCountAsync(marks);
        await shopper.CheckAsync();

        var before = await sheet.BoundingBoxAsync();
        await shopper.Page.Keyboard.PressAsync("+");
        await shopper.Page.Keyboard.PressAsync("+");
        var larger = await Polling.UntilAsync(() => sheet.BoundingBoxAsync(), box => box!.Width > before!.Width * 2.2);
        await shopper.Page.Keyboard.PressAsync("ArrowLeft");
        await Polling.UntilAsync(() => sheet.BoundingBoxAsync(), box => box!.X > larger!.X + 50);
        await shopper.ShowAsync("viewer-light", whole: false);
        await viewer.GetByRole(AriaRole.Button, new() { Name = "Show what is marked" }).ClickAsync();
        await Assertions.Expect(sheet.Locator(".region").First).ToBeHiddenAsync();

        await shopper.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(viewer).ToBeHiddenAsync();
        await Assertions.Expect(open).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Bag_FilledAndCounted_IsHandedOverAsALink()
    {
        var shopper = await VisitAsync(phone: true);
        await shopper.OpenAsync("/product/G0100");
        await shopper.Page.Locator(".product-actions [data-click=bag]").ClickAsync();
        var count = shopper.Page.Locator(".bag-link span");
        await Assertions.Expect(count).ToHaveTextAsync("1");

        await shopper.Page.Locator(".bag-link").ClickAsync();
        await shopper.Page.GetByLabel("Quantity of").SelectOptionAsync("3");
        await Assertions.Expect(count).ToHaveTextAsync("3");
        await Assertions.Expect(shopper.Page.Locator(".bag-total")).ToContainTextAsync("3 pieces");
        var total = await shopper.Page.Locator(".bag-total strong").InnerTextAsync();
        await shopper.CheckAsync("bag-phone");

        var friend = await VisitAsync();
        await friend.OpenAsync(new Uri(new Uri(shopper.Page.Url), await shopper.Page.GetByText("See what the link shows")
            .GetAttributeAsync("href")).PathAndQuery);
        await Assertions.Expect(friend.Page.Locator(".bag-total strong")).ToHaveTextAsync(total);
        await Assertions.Expect(friend.Page.Locator(".bag-link span")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Product_OpenedBefore_StandsBesideTheNext()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/product/G0100");
        await Assertions.Expect(shopper.Page.Locator("[data-viewer-open]").First).ToBeVisibleAsync();
        await shopper.OpenAsync("/product/G0002");

        var row = shopper.Page.GetByRole(AriaRole.Region, new() { Name = "You looked at these" });
        await Assertions.Expect(row.Locator("[data-product-card=G0100]")).ToHaveCountAsync(1);
        await Assertions.Expect(row.Locator("[data-product-card=G0002]")).ToHaveCountAsync(0);
    }
}
