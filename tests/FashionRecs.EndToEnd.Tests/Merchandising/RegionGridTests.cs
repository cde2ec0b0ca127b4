using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Merchandising;

public class RegionGridTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ReviewShop>
{
    /// <summary>
    /// What a person takes from one key to the next: twice as long as in typing, since each arrow key goes to a region that they look at.
    /// </summary>
    private static readonly TimeSpan HumanKey = TimeSpan.FromMilliseconds(350);

    /// <summary>What a person takes to look a page over once more before they confirm it.</summary>
    private static readonly TimeSpan HumanPage = TimeSpan.FromSeconds(5);

    private static readonly GarmentAttribute Sleeves = AttributeVocabularyFile.Default["sleeve_length"];

    [Fact]
    public async Task Grid_TwoHundredProductsByKeysAlone_AreAllKeptAtMoreThanSixtyAMinute()
    {
        var reviewer = await VisitAsync();
        var name = await reviewer.SignInAsMerchandiserAsync(shop.Server);
        var (keys, pages, wrong) = (0, 0, new HashSet<string>());
        foreach (var value in Sleeves.Values)
        {
            await OpenAsync(reviewer, value);
            while (await reviewer.Page.Locator("[data-cell]").CountAsync() > 0)
            {
                // Every ninth region is called wrong; to get there by the arrow keys takes nine more.
                var cells = await reviewer.Page.Locator("[data-cell]")
                    .EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.dataset.cell)");
                for (var at = 1; at < cells.Length; at++)
                {
                    await reviewer.Page.Keyboard.PressAsync("ArrowRight");
                    keys++;
                    if (at % 9 == 0)
                    {
                        await reviewer.Page.Keyboard.PressAsync("x");
                        keys++;
                        wrong.Add(cells[at]);
                    }
                }

                await reviewer.Page.Keyboard.PressAsync("a");
                (keys, pages) = (keys + 1, pages + 1);
                await Assertions.Expect(reviewer.Page.Locator($"[data-cell='{cells[0]}']")).ToHaveCountAsync(0);
            }
        }

        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        var said = book.Products.Select(product => (product, Log: book.Of(product, Sleeves))).Where(pair => pair.Log.Count > 0).ToArray();
        Assert.Equal(ReviewShop.Products, said.Length);
        Assert.All(said, pair =>
            Assert.Equal((name, wrong.Contains(pair.product)), (Assert.Single(pair.Log).Reviewer, pair.Log[0].IsRejection)));
        Assert.InRange(wrong.Count, 10, 30);
        // What the keys take a person, not what this machine takes: a busy one makes no difference.
        var minutes = ((keys * HumanKey) + (pages * HumanPage)).TotalMinutes;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{said.Length} decisions with {keys} keys on {pages} pages: {said.Length / minutes:0} a minute at {HumanKey.TotalMilliseconds:0} ms a key and {HumanPage.TotalSeconds:0} s a page");
        Assert.True(said.Length / minutes >= 60, $"{said.Length / minutes:0} decisions a minute");
        var times = (await reviewer.Page.EvaluateAsync<double[]>("window.fashionRecs.gridTimes ?? []")).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"key to its word kept, last value: n {times.Length}{(times.Length > 0 ? $", median {times[times.Length / 2]:0} ms" : "")}");
    }

    private static async Task OpenAsync(Visitor visitor, AttributeValue value)
    {
        await visitor.OpenAsync($"/merchandising/grid?value={Uri.EscapeDataString(value.FullCode())}");
        await visitor.Page.Locator("[data-region-grid][data-keys=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}

public class RegionGridTogetherTests(Browser browser, ReviewShop shop) : BrowserTest(browser, shop.Server.Address),
IClassFixture<ReviewShop>
{
    private static readonly AttributeValue Long = AttributeVocabularyFile.Default.TryFind("sleeve_length", "Long Sleeves")!;
    private static readonly AttributeValue Deep = AttributeVocabularyFile.Default.TryFind("neckline_design", "Deep V Neckline")!;

    [Fact]
    public async Task Grid_TwoPeopleAtOnce_NeitherOverwritesTheOther()
    {
        var (one, other) = (await VisitAsync(), await VisitAsync());
        var (lena, omar) = (await one.SignInAsMerchandiserAsync(shop.Server), await other.SignInAsMerchandiserAsync(shop.Server));
        await OpenAsync(one, Long);
        await OpenAsync(other, Long);
        var cells = await other.Page.Locator("[data-cell]").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.dataset.cell)");
        await Assertions.Expect(one.Page.GetByText($"Also here: {omar}")).ToBeVisibleAsync();

        // Lena calls the first wrong; Omar sees that with her name, and what he says of it does not take its place.
        await one.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(other.Page.Locator($"[data-cell='{cells[0]}']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(other.Page.Locator($"[data-cell='{cells[0]}']")).ToContainTextAsync(lena.Split('@')[0]);
        await other.Page.Keyboard.PressAsync("2");
        await Assertions.Expect(other.Page.GetByText($"{lena} has decided")).ToBeVisibleAsync();
        await other.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(other.Page.GetByText($"{cells.Length - 1} products confirmed")).ToBeVisibleAsync();

        // Lena's page shows whose word stands on each, and there is nothing left for her to confirm.
        await Assertions.Expect(one.Page.Locator("[data-region-grid] li.right")).ToHaveCountAsync(cells.Length - 1);
        await Assertions.Expect(one.Page.Locator("[data-grid-act=confirm]")).ToContainTextAsync("Next page");
        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        Assert.Equal([lena, .. Enumerable.Repeat(omar, cells.Length - 1)],
            cells.Select(cell => Assert.Single(book.Of(cell, Long.Attribute)).Reviewer));

        // Each takes back their own, Omar the page, Lena the one.
        await other.Page.Keyboard.PressAsync("z");
        await Assertions.Expect(other.Page.GetByText($"Taken back: {cells.Length - 1} products")).ToBeVisibleAsync();
        await Assertions.Expect(one.Page.Locator("[data-region-grid] li.right")).ToHaveCountAsync(0);
        await one.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(one.Page.Locator("[data-region-grid] li.wrong")).ToHaveCountAsync(0);
        book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        Assert.All(cells, cell => Assert.Empty(book.Of(cell, Long.Attribute)));
    }

    [Fact]
    public async Task Grid_HeldKeyOtherLayoutAndOtherValue_DecideOnce()
    {
        var reviewer = await VisitAsync();
        await reviewer.SignInAsMerchandiserAsync(shop.Server);
        await OpenAsync(reviewer, Deep);
        var first = (await reviewer.Page.Locator("[data-cell]").First.GetAttributeAsync("data-cell"))!;
        for (var press = 0; press < 8; press++)
        {
            await reviewer.Page.Keyboard.DownAsync("x");
        }

        await reviewer.Page.Keyboard.UpAsync("x");
        await Assertions.Expect(reviewer.Page.Locator($"[data-cell='{first}']")).ToHaveAttributeAsync("aria-pressed", "true");

        // The same place on a Cyrillic keyboard; pressed again it takes the mark back.
        await reviewer.Page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ч', code: 'KeyX', bubbles: true, cancelable: true }))");
        await Assertions.Expect(reviewer.Page.Locator($"[data-cell='{first}']")).ToHaveAttributeAsync("aria-pressed", "false");

        // The wrong ones become another value.
        await reviewer.Page.Locator("[data-becomes]").SelectOptionAsync("V Neckline");
        await reviewer.Page.Locator($"[data-cell='{first}']").ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator($"[data-cell='{first}']")).ToContainTextAsync("→ V-neckline");
        var book = await shop.Server.Services.GetRequiredService<ReviewBookCache>().GetAsync();
        var word = Assert.Single(book.Of(first, Deep.Attribute));
        Assert.Equal("V Neckline", Deep.Attribute.Values[word.Chosen].Code);
        await reviewer.CheckAsync();
    }

    private static async Task OpenAsync(Visitor visitor, AttributeValue value)
    {
        await visitor.OpenAsync($"/merchandising/grid?value={Uri.EscapeDataString(value.FullCode())}");
        await visitor.Page.Locator("[data-region-grid][data-keys=ready]").WaitForAsync();
    }
}
