using System.Net.Http.Json;
using System.Text.Json;
using FashionRecs.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Embedding;

public class EmbeddingTests(Browser browser, HostShop shop) : BrowserTest(browser, shop.Address), IClassFixture<HostShop>
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Page_BeforeAnybodyAgreed_ShowsPicksAndTellsNothing(bool dark, bool phone)
    {
        var visitor = await VisitAsync(dark, phone);
        var told = new List<string>();
        visitor.Page.Request += (_, request) => told.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");

        await visitor.Page.GotoAsync("/");
        await Assertions.Expect(visitor.Page.Locator("fashion-recs .card")).ToHaveCountAsync(8);
        await visitor.Page.Locator("fashion-recs .open").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("Our page of");

        Assert.DoesNotContain(told, request => request.Contains("/events", StringComparison.Ordinal));
        Assert.Empty(await visitor.Context.CookiesAsync());
    }

    [Fact]
    public async Task Page_AgreedAndLiked_NextPicksSayWhyAndMarkWhere()
    {
        var visitor = await VisitAsync();
        await AgreeAsync(visitor);
        await TeachAsync();

        await visitor.Page.EvaluateAsync("document.querySelector('fashion-recs').refresh()");

        var reason = visitor.Page.Locator("fashion-recs .card").Filter(new() { Has = visitor.Page.Locator(".why[data-marked]") }).First;
        await Assertions.Expect(reason.Locator(".why")).ToContainTextAsync("because of its");
        var outline = await reason.Locator(".outline .light").First.BoundingBoxAsync();
        var picture = await reason.Locator("img").BoundingBoxAsync();
        Assert.InRange(outline!.X, picture!.X - 2, picture.X + picture.Width);
        Assert.InRange(outline.Y + outline.Height, picture.Y, picture.Y + picture.Height + 2);
        await PicturesAsync(visitor);
        await visitor.CheckAsync("embedded");
    }

    [Fact]
    public async Task Card_LikedAndTakenBack_IsKeptAndForgottenByTheRecommender()
    {
        var visitor = await VisitAsync();
        await AgreeAsync(visitor);
        var card = visitor.Page.Locator("fashion-recs .card").Nth(2);
        var like = card.Locator("button[aria-pressed]");
        var product = await card.GetAttributeAsync("data-product");
        var before = await visitor.Page.Locator("fashion-recs .name").AllTextContentsAsync();

        await like.ClickAsync();
        await Assertions.Expect(like).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Contains(product, await Polling.UntilAsync(LikedAsync, liked => liked.Contains(product)));
        Assert.Equal(before, await visitor.Page.Locator("fashion-recs .name").AllTextContentsAsync());

        await like.PressAsync("Enter");
        await Assertions.Expect(like).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.DoesNotContain(product, await Polling.UntilAsync(LikedAsync, liked => !liked.Contains(product)));
    }

    [Fact]
    public async Task Card_NotForMe_GoesAndComesBackWithUndo()
    {
        var visitor = await VisitAsync(dark: true, phone: true);
        await AgreeAsync(visitor);
        var card = visitor.Page.Locator("fashion-recs .card").First;
        var name = await card.Locator(".name").TextContentAsync();

        await card.Locator("button", new() { HasText = "Not for me" }).ClickAsync();
        await Assertions.Expect(card.Locator(".gone")).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator("button")).ToBeFocusedAsync();
        await PicturesAsync(visitor);
        await visitor.ShowAsync("embedded-dark-phone");
        await card.Locator("button").ClickAsync();

        await Assertions.Expect(card.Locator(".name")).ToHaveTextAsync(name!);
        await visitor.CheckAsync();
    }

    [Fact]
    public async Task Page_WhereTheRecommenderIsAway_StandsWithoutIt()
    {
        var visitor = await VisitAsync();
        await visitor.Page.RouteAsync("**/api/v1/**", route => route.AbortAsync());

        await visitor.Page.GotoAsync("/");

        await Assertions.Expect(visitor.Page.Locator("fashion-recs:not([aria-busy])")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("fashion-recs section")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("header b")).ToBeVisibleAsync();
    }

    private static async Task AgreeAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.Page.Locator("#yes").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("fashion-recs .buttons")).ToHaveCountAsync(8);
    }

    /// <summary>Every picture comes, from another origin than the page.</summary>
    private static async Task PicturesAsync(Visitor visitor)
    {
        var pictures = visitor.Page.Locator("fashion-recs img");
        foreach (var picture in await pictures.AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            Assert.True(await Polling.UntilAsync(
                () => picture.EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth > 0"), loaded => loaded));
        }
    }

    /// <summary>Likes of V-necklines, as the other shop's server would tell them.</summary>
    private async Task TeachAsync()
    {
        var api = shop.Api();
        var found = await api.GetFromJsonAsync<JsonElement>("/api/v1/search?q=v-neckline&count=4");
        var answer = await api.PostAsJsonAsync("/api/v1/events/batch", new
        {
            events = found.GetProperty("items").EnumerateArray().Select(product => new
            {
                id = Guid.NewGuid(), shopper = shop.Shopper, kind = "like", product = product.GetProperty("id").GetString(),
            }),
        });
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string?[]> LikedAsync()
    {
        var known = await shop.Api().GetFromJsonAsync<JsonElement>($"/api/v1/shoppers/{shop.Shopper}");
        return [.. known.GetProperty("liked").EnumerateArray().Select(liked => liked.GetString())];
    }
}
