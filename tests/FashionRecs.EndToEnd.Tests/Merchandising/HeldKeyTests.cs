using FashionRecs.Application.Review;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class HeldKeyTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    [Fact]
    public async Task Review_AcceptHeldDown_AcceptsOneProduct()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await reviewer.OpenReviewAsync("/merchandising/review");
        var (first, before) = (await reviewer.ProductAsync(), await ReviewedAsync());

        // The browser repeats a key that goes down again before it came up.
        for (var press = 0; press < 12; press++)
        {
            await reviewer.Page.Keyboard.DownAsync("a");
        }

        await reviewer.Page.Keyboard.UpAsync("a");
        await Assertions.Expect(reviewer.Page.Locator("[data-review]")).Not.ToHaveAttributeAsync("data-product", first);
        var second = await reviewer.ProductAsync();
        await reviewer.PressOnAsync("a", second);
        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        Assert.Equal(8, book.Of(first).Count);
        Assert.Equal(8, book.Of(second).Count);
        Assert.Equal(before + 2, await ReviewedAsync());
    }

    private async Task<int> ReviewedAsync()
    {
        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        return (await shop.Server.Services.GetRequiredService<FashionRecs.Application.Shop.ShopService>()
            .CatalogAsync()).Items.Count(item => book.Of(item.Product.Id).Count > 0);
    }
}
