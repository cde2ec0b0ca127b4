using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>What goes wrong in a real shop: products leave, links grow old, tabs multiply, connections break.</summary>
public class SeedTroubleTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Product_RemovedWhileLookedAt_SaysSoAndKeepsTheLike()
    {
        // A shop of its own, since the others count their products.
        await using var own = new ShopServer();
        var store = own.Services.GetRequiredService<ICatalogStore>();
        await store.SaveAsync(
            new Product { Id = "short-lived", Name = "<b>Short-lived</b> قميص", Picture = new string('0', 64), PictureWidth = 3,
            PictureHeight = 4 }, null);
        await store.SaveAsync(
            new Product { Id = "staying", Name = "Staying", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var shopper = await VisitAsync();
        await shopper.OpenAsync($"{own.Address}/product/short-lived");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("<b>Short-lived</b> قميص");
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        // The name stands between marks that keep its direction to itself.
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like \u2068<b>Short-lived</b> قميص\u2069.");

        await own.Services.GetRequiredService<ProductEditing>().DeleteAsync("lena", ["short-lived"]);
        // The page may have noticed by itself, since it draws itself anew when pairings arrive; else it notices with the next click.
        await shopper.Page.EvaluateAsync("document.querySelector('main [data-click=bag]')?.click()");

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("This product has left the shop");
        await shopper.OpenAsync($"{own.Address}/");
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("a product that has left the shop");
    }

    [Fact]
    public async Task Product_StaleLink_SaysItHasLeftTheShop()
    {
        var shopper = await VisitAsync();

        await shopper.OpenAsync("/product/no-such-product");

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("This product has left the shop");
    }

    [Fact]
    public async Task Like_WhileTheShopTakesLong_SaysThatItWaits()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        var free = new TaskCompletionSource();
        await shopper.Context.RouteAsync("**/clicks", async route =>
        {
            await free.Task;
            await route.ContinueAsync();
        });

        await shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync();

        await Assertions.Expect(shopper.Page.Locator("#outbox-note")).ToContainTextAsync("They are kept here");
        free.SetResult();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");
        await Assertions.Expect(shopper.Page.Locator("#outbox-note")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Connection_Lost_SaysSoInTheMiddleOfTheWindow()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/catalog");

        await shopper.Page.EvaluateAsync(
            "document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { "
                + "detail: { state: 'show' } }))");

        var box = await shopper.Page.GetByRole(AriaRole.Dialog, new() { Name = "One moment" }).BoundingBoxAsync();
        var middle = await shopper.Page.EvaluateAsync<float[]>("[innerWidth / 2, innerHeight / 2]");
        Assert.InRange(box!.X + (box.Width / 2), middle[0] - 12, middle[0] + 12);
        Assert.InRange(box.Y + (box.Height / 2), middle[1] - 12, middle[1] + 12);
    }

    [Fact]
    public async Task Like_InOneTab_IsSeenInTheOther()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        var other = await shopper.Context.NewPageAsync();
        await other.GotoAsync("/");
        await other.Locator("html[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync();

        await Assertions.Expect(other.Locator(".undo-bar")).ToContainTextAsync("You like");
        await Assertions.Expect(other.Locator("article.card [data-click=unlike]")).ToHaveCountAsync(1);
        // Rows that are worked out beside the page reach the two tabs one after the other.
        var (here, there) =
            await Polling.UntilAsync(async () => (await shopper.CardsAsync(), await Shopping.CardsAsync(other)),
            cards => cards.Item1 == cards.Item2);
        Assert.Equal(here, there);
    }

    [Fact]
    public async Task Like_WhileTheNetworkIsAway_IsSentOnceItIsBackAndCountsOnce()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/");
        await shopper.Context.RouteAsync("**/clicks", route => route.AbortAsync());
        var heart = shopper.Page.Locator("article.card [data-click=like]").First;
        await heart.ClickAsync();
        await Assertions.Expect(heart).ToHaveAttributeAsync("data-waiting", "on");
        await heart.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("#outbox-note")).ToContainTextAsync("They are kept here and sent as soon as it can.");
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToBeEmptyAsync();

        await shopper.Context.UnrouteAllAsync();
        await shopper.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");
        await Assertions.Expect(shopper.Page.Locator(".lede")).ToContainTextAsync("Learned from one click.");
        await Assertions.Expect(shopper.Page.Locator("#outbox-note")).ToBeEmptyAsync();
        await Assertions.Expect(shopper.Page.Locator("[data-waiting]")).ToHaveCountAsync(0);
    }
}
