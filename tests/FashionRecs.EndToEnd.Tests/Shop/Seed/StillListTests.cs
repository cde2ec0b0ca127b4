using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>An open list stays as it is, whatever is learned, until it is asked for anew; Back brings it as it was left.</summary>
public class StillListTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Home_LikeBagHide_KeepsEveryPlaceAndSaysWhatWasLearned()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var before = await shopper.CardsAsync();
        var bar = shopper.Page.Locator(".undo-bar");

        await shopper.Page.Locator("article.card [data-click=like]").Nth(2).ClickAsync();
        await Assertions.Expect(bar)
            .ToContainTextAsync(
            new System.Text.RegularExpressions.Regex("You like .*Noted: more with .*Refresh to see new picks",
            System.Text.RegularExpressions.RegexOptions.Singleline));
        Assert.Equal(before, await shopper.CardsAsync());
        var hidden = shopper.Page.Locator("article.card").Nth(4);
        await hidden.HoverAsync();
        await hidden.Locator("[data-click=hide]").ClickAsync();
        await Assertions.Expect(hidden).ToContainTextAsync("You won't see this again.");
        await Assertions.Expect(bar).ToContainTextAsync("Noted: less with");
        Assert.Equal(before, await shopper.CardsAsync());
        await shopper.ShowAsync("still-home", whole: false);

        await hidden.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show .* again$") }).ClickAsync();
        await Assertions.Expect(hidden).Not.ToContainTextAsync("You won't see this again.");
        Assert.Equal(before, await shopper.CardsAsync());

        await shopper.AskAnewAsync();
        Assert.NotEqual(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards != before));
        Assert.Equal(0, await shopper.Page.EvaluateAsync<int>("scrollY"));
    }

    [Fact]
    public async Task Home_OpenedAndBack_IsTheSameListInTheSamePlace()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var before = await shopper.CardsAsync();

        var (id, top) = await OpenCardAsync(shopper, 9);
        await shopper.Page.Locator(".product-actions [data-click=like]").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".product-actions [data-click=unlike]")).ToBeVisibleAsync();
        await shopper.Page.GoBackAsync();

        await IsBackAsync(shopper, before, top);
        await Assertions.Expect(shopper.Page.Locator($"article.card[data-product-card='{id}'] h3 a")).ToBeFocusedAsync();
        await Assertions.Expect(shopper.Page.Locator($"article.card[data-product-card='{id}'] [data-click=unlike]")).ToHaveCountAsync(1);

        // Whoever follows the link comes anew.
        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "For you", Exact = true }).ClickAsync();
        Assert.NotEqual(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards != before));
    }

    [Fact]
    public async Task Catalog_LikeNextPageAndBack_GoOnInOneOrder()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/catalog");
        var first = await shopper.CardsAsync();
        await shopper.Page.Locator("article.card [data-click=like]").Nth(1).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");
        Assert.Equal(first, await shopper.CardsAsync());

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        var second = await Polling.UntilAsync(shopper.CardsAsync, cards => cards != first && cards.Length > 0);
        Assert.Empty(first.Split(' ').Intersect(second.Split(' ')));
        var (_, top) = await OpenCardAsync(shopper, 10);
        await shopper.Page.GoBackAsync();
        await IsBackAsync(shopper, second, top);

        await shopper.Page.GoBackAsync();
        Assert.Equal(first, await Polling.UntilAsync(shopper.CardsAsync, cards => cards == first));
    }

    [Fact]
    public async Task Catalog_TheCrowdTeachesOtherwiseMeanwhile_GoesOnInOneOrder()
    {
        await using var own = new ShopServer();
        await own.Services.GetRequiredService<FashionRecs.Application.Seeding.SeedCatalog>().LoadAsync();
        var shopper = await VisitAsync(elsewhere: own);
        await shopper.LikeAsync(own, "sleeve_length", "Long Sleeves", 1);
        var chosen = new Uri(shopper.Page.Url).Segments[^1];
        await shopper.OpenAsync("/catalog?page=2");
        var second = (await shopper.CardsAsync()).Split(' ');
        await shopper.OpenAsync("/catalog");
        var first = await shopper.CardsAsync();

        // Whoever likes the same, likes the end of the second page, which comes to the top of a list that is made now.
        await LikeTogetherAsync(own, [chosen, .. second.TakeLast(8)], people: 12);
        var other = await VisitAsync(elsewhere: own);
        await other.Context.AddCookiesAsync((await shopper.Context.CookiesAsync())
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = own.Address }));
        await other.OpenAsync("/catalog");
        Assert.NotEqual(first, await other.CardsAsync());

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        Assert.Equal(string.Join(' ', second), await Polling.UntilAsync(shopper.CardsAsync, cards => cards != first && cards.Length > 0));
    }

    private static async Task LikeTogetherAsync(ShopServer own, string[] products, int people)
    {
        var shop = own.Services.GetRequiredService<ShopService>();
        for (var number = 0; number < people; number++)
        {
            var person = new Guid(number, 9, 9, new byte[8]);
            await shop.RecordAsync([.. products.Select((product, at) =>
                new ShopperEvent(new Guid(number, 9, (short)at, new byte[8]), person, PreferenceSignal.Like, product))]);
        }

        own.Services.GetRequiredService<PairingService>().Forget();
    }

    [Fact]
    public async Task Catalog_BackFromAPageOfItsOwn_IsTheSameListInTheSamePlace()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/catalog");
        var before = await shopper.CardsAsync();
        await shopper.Page.Locator("article.card [data-click=like]").Nth(1).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".undo-bar")).ToContainTextAsync("You like");

        // That page is no part of the circuit: the catalog is loaded anew on the way back.
        await shopper.Page.GotoAsync("/account");
        await shopper.Page.GoBackAsync();
        await shopper.ReadyAsync();

        Assert.Equal(before, await Polling.UntilAsync(shopper.CardsAsync, cards => cards == before));
    }

    [Fact]
    public async Task Product_CompanyOpenedAndBack_KeepsItsPlaces()
    {
        var shopper = await VisitAsync();
        await shopper.OpenAsync("/product/G0100");
        await Assertions.Expect(shopper.Page.Locator(".company article.card")).ToHaveCountAsync(4);
        var before = await shopper.CardsAsync();
        await shopper.Page.Locator(".company [data-click=like]").Nth(1).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator(".company [data-click=unlike]")).ToHaveCountAsync(1);
        Assert.Equal(before, await shopper.CardsAsync());

        var (_, top) = await OpenCardAsync(shopper, 2);
        await shopper.Page.GoBackAsync();

        await IsBackAsync(shopper, before, top);
    }

    [Fact]
    public async Task Undo_AfterAWhile_IsOfferedNoMore()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var own = new ShopServer(services => services.AddSingleton<TimeProvider>(time));
        await own.Services.GetRequiredService<FashionRecs.Application.Seeding.SeedCatalog>().LoadAsync();
        var shopper = await VisitAsync();
        await shopper.OpenAsync($"{own.Address}/");
        var bar = shopper.Page.Locator(".undo-bar");
        await shopper.Page.Locator("article.card [data-click=like]").First.ClickAsync();
        await Assertions.Expect(bar).ToContainTextAsync("Undo");

        time.Advance(TimeSpan.FromSeconds(29));
        await Assertions.Expect(bar).ToContainTextAsync("Undo");
        time.Advance(TimeSpan.FromSeconds(2));

        await Assertions.Expect(bar).Not.ToContainTextAsync("Undo");
        await Assertions.Expect(bar).ToHaveTextAsync("Show new picks");
    }

    /// <summary>Opens a card; returns its product and how far down the page was scrolled then.</summary>
    private static async Task<(string? Id, int Top)> OpenCardAsync(Visitor shopper, int number)
    {
        var card = shopper.Page.Locator("article.card").Nth(number);
        await card.ScrollIntoViewIfNeededAsync();
        var id = await card.GetAttributeAsync("data-product-card");
        await card.Locator("h3 a").HoverAsync();
        var top = await shopper.Page.EvaluateAsync<int>("Math.round(scrollY)");
        await card.Locator("h3 a").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator($".product [data-click=bag][data-product='{id}']")).ToBeVisibleAsync();
        return (id, top);
    }

    private static async Task IsBackAsync(Visitor shopper, string cards, int top)
    {
        Assert.Equal(cards, await Polling.UntilAsync(shopper.CardsAsync, now => now == cards));
        Assert.InRange(
            await Polling.UntilAsync(() => shopper.Page.EvaluateAsync<int>("Math.round(scrollY)"), now => Math.Abs(now - top) <= 1),
        top - 1, top + 1);
    }
}
