using FashionRecs.Application.Seeding;
using FashionRecs.Domain.Attributes;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>
/// The shop is started anew with another vocabulary on the same file, and a visitor comes back with the browser they clicked with.
/// </summary>
public sealed class ChangedVocabularyTests(Browser browser) : IDisposable
{
    private static readonly AttributeValue Long = AttributeVocabularyFile.Default.TryFind("sleeve_length", "Long Sleeves")!;

    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-words-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Home_NinthAttributeInTheMiddle_ShowsWhatWasLearnedAndGoesOn()
    {
        var (shopper, learned) = await LikedAsync();
        await using var coming = shopper;
        await using var later = new ShopServer(services => services.AddSingleton(OtherVocabularies.WithNinthAttribute), folder);

        await shopper.OpenAsync($"{later.Address}/");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToContainTextAsync("Because you like");
        await GoesOnAsync(shopper);

        await shopper.OpenAsync($"{later.Address}/style");
        Assert.Equal(learned, await LearnedAsync(shopper));
        await Assertions.Expect(shopper.Page.Locator($"[data-click=forget][data-value='{Long.FullCode()}']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Home_ValueThatWasLikedIsGone_GoesOnWithTheOthers()
    {
        var (shopper, _) = await LikedAsync();
        await using var coming = shopper;
        await using var later = new ShopServer(services => services.AddSingleton(OtherVocabularies.Without(Long)), folder);

        await shopper.OpenAsync($"{later.Address}/");
        await GoesOnAsync(shopper);

        await shopper.OpenAsync($"{later.Address}/style");
        await Assertions.Expect(shopper.Page.Locator("[data-click=forget]").First).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Page.Locator($"[data-value='{Long.FullCode()}']")).ToHaveCountAsync(0);
        await shopper.OpenAsync($"{later.Address}/saved");
        await Assertions.Expect(shopper.Page.Locator("article.card")).ToHaveCountAsync(3);
    }

    /// <summary>
    /// A visitor who liked three products with long sleeves, and what the shop believed of them then; the shop they did it in has closed.
    /// </summary>
    private async Task<(Visitor Shopper, string[] Learned)> LikedAsync()
    {
        await using var shop = new ShopServer(null, folder);
        await shop.Services.GetRequiredService<SeedCatalog>().LoadAsync();
        var shopper = await browser.VisitAsync(shop.Address, dark: false, phone: false);
        await shopper.LikeAsync(shop, Long.Attribute.Code, Long.Code);
        await shopper.OpenAsync("/");
        await Assertions.Expect(shopper.Page.Locator("h1")).ToContainTextAsync("Because you like");
        await shopper.OpenAsync("/style");
        await Assertions.Expect(shopper.Page.Locator("[data-click=forget]").First).ToBeVisibleAsync();
        return (shopper, await LearnedAsync(shopper));
    }

    /// <summary>The values that "My style" lists, strongest first.</summary>
    private static Task<string[]> LearnedAsync(Visitor shopper) =>
        shopper.Page.Locator("[data-click=forget]").EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.dataset.value)");

    /// <summary>A list that is asked for anew after a like is another one, and after taking it back the very same.</summary>
    private static async Task GoesOnAsync(Visitor shopper)
    {
        var before = await shopper.CardsAsync();
        await shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync();
        await shopper.AskAnewAsync();
        Assert.NotEqual(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards != before));
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await shopper.AskAnewAsync();
        Assert.Equal(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards == before));
    }
}
