using FashionRecs.Application.Accounts;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>
/// Each view shows what it promises on cards and on the product's page, and nothing else of an explanation anywhere on the page.
/// </summary>
public class ViewTests(Browser browser, ViewShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ViewShop>
{
    [Fact]
    public async Task Views_EachInItsArm_ShowWhatTheyPromiseAndNothingElse()
    {
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        await HasTasteAsync(researcher);

        foreach (var (number, view) in ExplanationViews.All.Index())
        {
            await researcher.OpenAsync($"/?{ViewShop.Key}={number}");
            await Assertions.Expect(researcher.Page.Locator(".preview-bar")).ToContainTextAsync($"“{view}”");
            await researcher.ShowAsync($"view-{view}", whole: false);
            // Where no card is explained, every check below would hold of an empty page.
            var promise = Promise(view, ExplanationPlace.Card);
            var explained = promise.Map is not null ? ":has(img.map)" : promise.Sentence is not null || promise.Marked.Count > 0
                ? ":has(.region, .reason)" : "";
            var cards = researcher.Page.Locator($"article.card{explained}");
            await Assertions.Expect(cards.First).ToBeVisibleAsync();
            await ShowsAsync(promise, cards.First, ".card-why", ".card-shares li");
            await SaysNothingElseAsync(view, researcher.Page.Locator("main"));

            await cards.First.Locator("h3 a").ClickAsync();
            await researcher.ExpectAddressContainsAsync("/product/");
            await Assertions.Expect(researcher.Page.Locator("article.product")).ToBeVisibleAsync();
            await Assertions.Expect(researcher.Page.Locator(".preview-bar")).ToContainTextAsync($"“{view}”");
            await researcher.ShowAsync($"view-{view}-product", whole: false);
            await ShowsAsync(Promise(view, ExplanationPlace.ProductPage), researcher.Page.Locator("article.product"), "[data-sentence]",
                ".shares [data-score]");
            await SaysNothingElseAsync(view, researcher.Page.Locator("article.product"));

            // A query of the shop's own names no arm, and the cards of what is asked for are the arm's, too.
            await researcher.Page.Locator(".but-offers a").First.ClickAsync();
            var near = researcher.Page.Locator(".but article.card");
            await Assertions.Expect(near.First).ToBeVisibleAsync();
            await Assertions.Expect(researcher.Page.Locator(".preview-bar")).ToContainTextAsync($"“{view}”");
            await SaysNothingElseAsync(view, near.First);
            if (promise.Marked.Count == 0)
            {
                await Assertions.Expect(near.Locator(".region")).ToHaveCountAsync(0);
            }
        }
    }

    [Fact]
    public async Task Preview_CatalogAndFilter_StaysUntilItIsEnded()
    {
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        var bar = researcher.Page.Locator(".preview-bar");
        await researcher.OpenAsync($"/?{ViewShop.Key}={ExplanationViews.All.Index().Single(entry => entry.Item is WordsOnly).Index}");

        await researcher.Page.GetByRole(AriaRole.Link, new() { Name = "Catalog", Exact = true }).ClickAsync();
        await Assertions.Expect(researcher.Page.Locator("h1")).ToHaveTextAsync("Everything in the shop");
        await Assertions.Expect(bar).ToContainTextAsync("“Words”");
        await researcher.Page.Locator("#filters li a").First.ClickAsync();
        await Assertions.Expect(researcher.Page.Locator(".applied .chip")).ToHaveCountAsync(1);
        await Assertions.Expect(bar).ToContainTextAsync("“Words”");
        await researcher.Page.ReloadAsync();
        await researcher.ReadyAsync();
        await researcher.ShowAsync("preview-catalog", whole: false);
        await Assertions.Expect(bar).ToContainTextAsync("“Words”");

        await bar.GetByRole(AriaRole.Link, new() { Name = "End the preview" }).ClickAsync();
        await researcher.ReadyAsync();
        await Assertions.Expect(bar).ToHaveCountAsync(0);
    }

    private async Task HasTasteAsync(Visitor visitor)
    {
        var items = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;
        var liked = items.GroupBy(item => item.Readings.Single(reading => reading.Attribute.Code == "neckline_design").Top)
            .Where(group => !group.Key.IsInvisible).MaxBy(group => group.Count())!.Take(2).ToArray();
        foreach (var item in liked)
        {
            await visitor.OpenAsync($"/product/{item.Product.Id}");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Like", Exact = true }).ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Liked", Exact = true })).ToBeVisibleAsync();
        }

        // A contrast needs something that was hidden.
        await visitor.OpenAsync("/");
        var last = visitor.Page.Locator("article.card").Last;
        await last.HoverAsync();
        await last.Locator("[data-click=hide]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".undo-bar")).ToContainTextAsync("You won't see");
    }

    /// <summary>What a view shows of a product that is recommended for its first value, after another that lacks it was hidden.</summary>
    private static ComposedExplanation Promise(ExplanationView view, ExplanationPlace place)
    {
        var value = AttributeVocabularyFile.Default.Values.First(value => !value.IsInvisible);
        var share = new Share(value, 1, 1, 1, new PartRegion(new PixelBox(1, 2, 3, 4), 1), TagSource.Predicted);
        var item = new CatalogItem(AttributeVocabularyFile.Default,
            new Product { Id = "p", Name = "Blouse", Picture = "p", PictureWidth = 3, PictureHeight = 4 }, null, []);
        return view.Compose(new(item, new Explanation(1, [share], [share]), place) { Hidden = new Explanation(0, [], []) });
    }

    private static async Task ShowsAsync(ComposedExplanation promise, ILocator place, string words, string shares)
    {
        var view = promise.View;
        var lead = promise.Sentence?.Parts[0].Words.Trim();
        bool IsAsPromised(string text) => lead is null ? text.Length == 0 : text.Contains(lead, StringComparison.Ordinal);
        var text = await Polling.UntilAsync(async () => string.Concat(await place.Locator(words).AllInnerTextsAsync()).Trim(),
            IsAsPromised);
        Assert.True(IsAsPromised(text), $"{view} says “{text}”");
        Assert.True(promise.Marked.Count > 0 == await place.Locator(".region").CountAsync() > 0,
            $"{view} marks {await place.Locator(".region").CountAsync()} regions");
        Assert.True(promise.Contributions.Count > 0 == await place.Locator(shares).CountAsync() > 0, $"{view} lists contributions");

        var maps = place.Locator("img.map:not([data-map-overlay])");
        await Assertions.Expect(maps).ToHaveCountAsync(promise.Map is null ? 0 : 1);
        if (promise.Map is not null)
        {
            await LiesOverThePictureAsync(place, maps);
        }
    }

    /// <summary>The map was really fetched, has pixels that are seen and others that are seen through, and covers the picture.</summary>
    private static async Task LiesOverThePictureAsync(ILocator place, ILocator map)
    {
        await Assertions.Expect(map).ToBeVisibleAsync();
        var answer = await place.Page.APIRequest.GetAsync((await map.GetAttributeAsync("src"))!);
        Assert.Equal((200, "image/png"), (answer.Status, answer.Headers["content-type"]));
        var alphas = await map.EvaluateAsync<double[]>("""
            async map => {
              await map.decode();
              const canvas = new OffscreenCanvas(map.naturalWidth, map.naturalHeight), pen = canvas.getContext("2d");
              pen.drawImage(map, 0, 0);
              const alphas = pen.getImageData(0, 0, canvas.width, canvas.height).data.filter((_, at) => at % 4 === 3);
              return [Math.min(...alphas), Math.max(...alphas), Number(getComputedStyle(map).opacity)];
            }
            """);
        Assert.True(alphas[0] < 40 && alphas[1] > 80 && alphas[2] > 0.5, $"the map is {string.Join(", ", alphas)} opaque");
        var (over, picture) = ((await map.BoundingBoxAsync())!, (await place.Locator(".picture").BoundingBoxAsync())!);
        Assert.True(over.Width >= picture.Width - 2 && over.Height >= picture.Height * 0.7,
            $"a map of {over.Width}×{over.Height} over {picture.Width}×{picture.Height}");
    }

    /// <summary>
    /// Neither a title nor a label for those who hear the page tells what the view keeps back, nor that a reason is a placebo.
    /// </summary>
    private static async Task SaysNothingElseAsync(ExplanationView view, ILocator part)
    {
        var page = await part.EvaluateAsync<string>(
            "part => { const copy = part.cloneNode(true); copy.querySelector('.preview-bar')?.remove(); return copy.outerHTML; }");
        Assert.DoesNotContain("placebo", page, StringComparison.OrdinalIgnoreCase);
        if (!view.HasWords)
        {
            foreach (var value in AttributeVocabularyFile.Default.Values)
            {
                Assert.False(page.Contains(value.Phrase, StringComparison.OrdinalIgnoreCase), $"{view} gives away “{value.Phrase}”");
            }
        }
    }
}
