using FashionRecs.Core.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Storage.Catalog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

public class SearchTests(Browser browser, FilledShop shop) : BrowserTest(browser, shop.Server.Address)
{
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
    public async Task Product_RemovedWhileLookedAt_SaysSoAndKeepsTheLike()
    {
        // A shop of its own, since the others count their products.
        await using var own = new ShopServer();
        var store = own.Services.GetRequiredService<CatalogStore>();
        await store.SaveAsync(new Product { Id = "short-lived", Name = "<b>Short-lived</b> قميص", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        await store.SaveAsync(new Product { Id = "staying", Name = "Staying", Picture = new string('0', 64), PictureWidth = 3, PictureHeight = 4 }, null);
        var shopper = await VisitAsync();
        await shopper.OpenAsync($"{own.Address}/product/short-lived");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("<b>Short-lived</b> قميص");
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();

        await store.RemoveAsync("short-lived");
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Add to the bag" }).ClickAsync();

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("This product has left the shop");
        await shopper.OpenAsync($"{own.Address}/");
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("a product that has left the shop");
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
        Assert.Equal(
            await shopper.CardsAsync(),
            string.Join(' ', await other.Locator("article.card").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.productCard)")));
    }
}
