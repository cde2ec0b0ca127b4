using System.Globalization;
using FashionRecs.Application.Shop;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>What goes with one's choices, on the catalog that ships.</summary>
public class SeedPairingTests(Browser browser, QuietSeedShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<QuietSeedShop>
{
    [Fact]
    public async Task Home_ALikeAndABag_AreNamedWhereTheySpeakForACard()
    {
        var shopper = await VisitAsync();
        var names = await ChooseAsync(shopper, 2);

        await shopper.OpenAsync("/");

        var lines = await shopper.Page.Locator("article.card .card-why").AllInnerTextsAsync();
        Assert.Contains(lines, line => names.Any(name => line.Contains($"the {name} ", StringComparison.Ordinal)));
        Assert.All(lines.Where(line => line.Contains("in your bag", StringComparison.Ordinal)), line => Assert.Contains(names[1], line));
        await shopper.CheckAsync("seed-one-sum");
    }

    [Fact]
    public async Task Home_LikesTakenBackInAnotherTab_AreNamedNoMore()
    {
        var shopper = await VisitAsync();
        var names = await ChooseAsync(shopper, 2);
        await shopper.OpenAsync("/");
        var lines = shopper.Page.Locator(".card-why", new() { HasText = names[0] });
        await Assertions.Expect(lines).Not.ToHaveCountAsync(0);

        var other = await shopper.Context.NewPageAsync();
        await other.GotoAsync("/saved");
        await other.Locator("html[data-ready=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await other.Locator("article.card", new() { HasText = names[0] }).Locator("[data-click=unlike]").ClickAsync();

        await Assertions.Expect(lines).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Product_HasCompanyThatAddsUp()
    {
        var shopper = await VisitAsync(phone: true, dark: true);
        await shopper.OpenAsync("/product/G0100");
        var cards = shopper.Page.Locator(".company article.card");
        await Assertions.Expect(cards).ToHaveCountAsync(4);

        Assert.Equal((await NumbersAsync(cards.First, "score")).Single(), (await NumbersAsync(cards.First, "share")).Sum());
        Assert.DoesNotContain("G0100", await cards.EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.productCard)"));
        await shopper.CheckAsync("seed-company-phone");
    }

    /// <summary>Likes products of different kinds and puts the second into the bag; returns their names.</summary>
    private async Task<string[]> ChooseAsync(Visitor shopper, int count)
    {
        var products = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items.Select(item => item.Product)
            .DistinctBy(product => product.Type).Take(count).ToArray();
        foreach (var (product, at) in products.Select((product, at) => (product, at)))
        {
            var kind = at == 1 ? "bag" : "like";
            await shopper.OpenAsync($"/product/{product.Id}");
            await shopper.Page.Locator($".product-actions [data-click={kind}]").ClickAsync();
            await Assertions.Expect(shopper.Page.Locator($".product-actions [data-click=un{kind}]")).ToBeVisibleAsync();
        }

        return [.. products.Select(product => product.Name)];
    }

    private static async Task<decimal[]> NumbersAsync(ILocator card, string what) =>
        [.. (await card.Locator($"[data-{what}]").EvaluateAllAsync<string[]>($"all => all.map(one => one.dataset.{what})"))
            .Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}
