using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class QueuePageTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    [Fact]
    public async Task Queue_ColumnsRowsAndViews_AreKeptForTheNextVisit()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenAsync("/merchandising/queue");
        var prices = reviewer.Page.Locator("th [data-sort=Price]");
        await Assertions.Expect(prices).ToHaveCountAsync(0);

        await reviewer.Page.Locator("[data-columns] summary").ClickAsync();
        await reviewer.Page.Locator("[data-column=price]").CheckAsync();
        await Assertions.Expect(prices).ToHaveCountAsync(1);
        await reviewer.Page.Locator("[data-columns] summary").ClickAsync();
        await reviewer.Page.Locator("[data-rows]").SelectOptionAsync("50");
        await reviewer.ExpectAddressEndsWithAsync("page=1");
        await Assertions.Expect(reviewer.Page.Locator("[data-queued]")).ToHaveCountAsync(50);
        await prices.ClickAsync();
        await reviewer.ExpectAddressContainsAsync("order=price");
        await reviewer.Page.Locator("[data-save-view]").ClickAsync();
        await reviewer.Page.Locator("[data-view-name]").FillAsync("Dear ones");
        await reviewer.Page.Locator("[data-view-save]").ClickAsync();

        await reviewer.OpenAsync("/merchandising/queue");
        await Assertions.Expect(prices).ToHaveCountAsync(1);
        await Assertions.Expect(reviewer.Page.Locator("[data-queued]")).ToHaveCountAsync(50);
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Dear ones" }).ClickAsync();
        await reviewer.ExpectAddressContainsAsync("order=price");
        await Assertions.Expect(prices).ToHaveAttributeAsync("aria-pressed", "true");

        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the view Dear ones" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-view]")).ToHaveCountAsync(0);
        await reviewer.Page.Locator("[data-undo-notice]").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-view]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Queue_Selected_AreTakenAlongAndNothingElse()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenAsync("/merchandising/queue");
        var boxes = reviewer.Page.Locator("td input[type=checkbox]");
        await boxes.Nth(0).CheckAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-selected]")).ToHaveAttributeAsync("data-selected", "1");
        var first = await reviewer.Page.Locator("[data-queued]").First.GetAttributeAsync("data-queued");
        await reviewer.Page.Locator("[data-page]").FillAsync("2");
        await reviewer.Page.Locator("[data-page]").PressAsync("Enter");
        await reviewer.ExpectAddressEndsWithAsync("page=2");
        await Assertions.Expect(reviewer.Page.Locator("[data-queued]").First).Not.ToHaveAttributeAsync("data-queued", first!);
        await boxes.Nth(3).CheckAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-selected]")).ToHaveAttributeAsync("data-selected", "2");

        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "Edit the selected" }).ClickAsync();

        await Assertions.Expect(reviewer.Page.Locator("[data-only]")).ToHaveAttributeAsync("data-only", "2");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[data-bulk-count]")).ToHaveAttributeAsync("data-bulk-count", "2");
    }

    [Fact]
    public async Task Export_FieldsChanged_TheCountFollowsBeforeAnythingIsSent()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenAsync("/merchandising/export");
        var count = reviewer.Page.Locator("[data-export-count]");
        await reviewer.Page.Locator("[data-following]").WaitForAsync();
        await Assertions.Expect(count).ToHaveAttributeAsync("data-export-count", $"{ReviewShop.Products}");

        await reviewer.Page.Locator("select[name=value]").SelectOptionAsync("neckline_design:Deep V Neckline");
        await Assertions.Expect(count).Not.ToHaveAttributeAsync("data-export-count", $"{ReviewShop.Products}");
        var said = await count.GetAttributeAsync("data-export-count");
        var download = await reviewer.Page.RunAndWaitForDownloadAsync(
            () => reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());

        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(said, $"{lines.Length - 1}");
    }
}
