using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop;

/// <summary>What visitors do in several tests.</summary>
internal static class Shopping
{
    /// <summary>Likes products of one neckline, each on its own page.</summary>
    public static async Task LikeAsync(this Visitor visitor, ShopServer shop, string neckline, int count, int skip = 0)
    {
        var products =
            (await shop.Services.GetRequiredService<ShopService>()
            .CatalogAsync()).Items.Where(item =>
            item.Readings.Any(reading => reading.Attribute.Code == "neckline_design" && reading.Top.Code == neckline));
        foreach (var product in products.Skip(skip).Take(count))
        {
            await visitor.OpenAsync($"/product/{product.Product.Id}");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        }
    }

    /// <summary>
    /// Likes products that surely show a value and are otherwise as unlike each other as the shop has them, each on its own page; returns
    /// the value.
    /// </summary>
    public static async Task<AttributeValue> LikeAsync(this Visitor visitor, ShopServer shop, string attribute, string code, int count = 3)
    {
        var value = AttributeVocabularyFile.Default.TryFind(attribute, code)!;
        var sure = (await shop.Services.GetRequiredService<ShopService>().CatalogAsync()).Items
            .Where(item => item[value.Attribute] is { Region.Share: >= 0.3f } reading && reading.Top == value
                && reading.Probabilities[value.Position] >= 0.7f);
        foreach (var product in sure.DistinctBy(item => item.Product.Type).Take(count))
        {
            await visitor.OpenAsync($"/product/{product.Product.Id}");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        }

        return value;
    }

    /// <summary>The products of the page, in order.</summary>
    public static Task<string> CardsAsync(this Visitor visitor) => CardsAsync(visitor.Page);

    /// <summary>The products of one of a visitor's tabs, in order.</summary>
    public static async Task<string> CardsAsync(IPage page) =>
        string.Join(' ',
            await page.Locator("article.card").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.productCard)"));

    /// <summary>
    /// Likes the first card of the open page, where nothing moves before it is asked for, and undoes it, after which asking again brings
    /// the very order back.
    /// </summary>
    public static async Task LikesAndTakesItBackAsync(this Visitor shopper)
    {
        var before = await shopper.CardsAsync();

        await shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");
        await Assertions.Expect(shopper.Page.Locator("article.card [data-click=unlike]")).ToHaveCountAsync(1);
        Assert.Equal(before, await shopper.CardsAsync());
        await shopper.AskAnewAsync();
        Assert.NotEqual(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards != before));

        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).Not.ToContainTextAsync("You like");
        await shopper.AskAnewAsync();
        Assert.Equal(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards == before));
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToBeEmptyAsync();
    }

    /// <summary>On the page of the own data: downloads it, deletes it, and sees that all of it is gone.</summary>
    public static async Task TakesDataAlongAndDeletesItAsync(this Visitor shopper)
    {
        var download = await shopper.Page.RunAndWaitForDownloadAsync(
            () => shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Download my data" }).ClickAsync());
        Assert.Contains("\"like\"", await File.ReadAllTextAsync(await download.PathAsync()));
        await shopper.Page.GetByLabel("I am sure").CheckAsync();
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();

        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("All of it is gone");
        await shopper.OpenAsync("/style");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToHaveTextAsync("Nothing is known of your taste yet");
    }
    /// <summary>Presses what makes the open list anew.</summary>
    public static Task AskAnewAsync(this Visitor shopper) =>
        shopper.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("new picks") }).ClickAsync();
}
