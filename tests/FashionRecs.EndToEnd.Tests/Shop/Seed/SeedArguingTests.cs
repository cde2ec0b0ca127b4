using System.Globalization;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Shop.Seed;

/// <summary>Shoppers who do not believe what they read, on the catalog that ships.</summary>
public class SeedArguingTests(Browser browser, SeedShop shop) : BrowserTest(browser, shop.Server.Address)
{
    [Fact]
    public async Task Card_WhatItIsPickedForDenied_IsSaidAndPickedNoMoreUntilTakenBack()
    {
        var shopper = await VisitAsync();
        var value = await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/");
        var named = shopper.Page.Locator("article.card",
            new() { Has = shopper.Page.GetByRole(AriaRole.Button, new() { Name = value.Phrase, Exact = true }) }).First;
        var id = await named.GetAttributeAsync("data-product-card");
        var card = shopper.Page.Locator($"article.card[data-product-card='{id}']");
        await card.Locator("h3 a").ClickAsync();
        var sentence = shopper.Page.Locator("[data-sentence]");
        await Assertions.Expect(sentence).ToContainTextAsync(value.Phrase);

        await shopper.Page.GetByText("What we see in it").ClickAsync();
        await shopper.Page.Locator(".readings").GetByRole(AriaRole.Button, new() { Name = "These are not long sleeves" }).ClickAsync();
        await Assertions.Expect(sentence).Not.ToContainTextAsync(value.Phrase);
        await Assertions.Expect(shopper.Page.Locator(".readings")).ToContainTextAsync("You said: not long sleeves");
        await Assertions.Expect(shopper.Page.Locator(".share h3", new() { HasTextRegex = new("^Long sleeves$") })).ToHaveCountAsync(0);
        await shopper.CheckAsync("denied");

        // The list that is still open says it no more either, and the next one leaves the product out.
        await shopper.Page.GoBackAsync();
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = value.Phrase, Exact = true })).ToHaveCountAsync(0);
        await shopper.OpenAsync("/");
        await Assertions.Expect(card).ToHaveCountAsync(0);

        await shopper.OpenAsync($"/product/{id}");
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Take back: not long sleeves" }).ClickAsync();
        await Assertions.Expect(sentence).ToContainTextAsync(value.Phrase);
    }

    [Fact]
    public async Task Queue_OfWhatIsDenied_SaysHowManyShoppersSaySo()
    {
        await using var own = new SeedShop();
        await own.InitializeAsync();
        var item = (await own.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items
            .First(item =>
                item.Readings.Any(reading =>
                reading is { Source: TagSource.Predicted, Statement: not null, Attribute.Code: "neckline_design" }));
        var statement = item.Readings.Single(reading => reading.Attribute.Code == "neckline_design").Statement!;
        foreach (var shopper in new[] { await VisitAsync(), await VisitAsync(phone: true) })
        {
            await shopper.OpenAsync($"{own.Server.Address}/product/{item.Product.Id}");
            await shopper.Page.GetByText("What we see in it").ClickAsync();
            await shopper.Page.Locator($".readings [data-click=deny][data-value='{statement.FullCode}']").ClickAsync();
            await Assertions.Expect(shopper.Page.Locator(".readings")).ToContainTextAsync("You said: not");
        }

        var board = await own.Server.Services.GetRequiredService<QueueBoardCache>().GetAsync();
        var place = board.Entries.Single(entry => entry.Place.Item.Product.Id == item.Product.Id).Place;
        Assert.Contains(place.Reasons, reason => reason.Words.StartsWith(
            $"Neckline design: 2 shoppers say it is not “{statement.English}”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catalog_WhyNotThis_SaysWhatItLosesByAndAddsUp()
    {
        var shopper = await VisitAsync();
        await shopper.LikeAsync(shop.Server, "sleeve_length", "Long Sleeves");
        await shopper.OpenAsync("/catalog?page=20");

        await shopper.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Why not .*\\?$") }).First.ClickAsync();

        var answer = shopper.Page.Locator(".why-not");
        await Assertions.Expect(answer).ToContainTextAsync(new System.Text.RegularExpressions.Regex("It is number \\d+ of 600 for you"));
        var lines = await answer.Locator("[data-lost]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.lost)");
        var sum = await answer.Locator("[data-lost-sum]").GetAttributeAsync("data-lost-sum");
        Assert.NotEmpty(lines);
        Assert.Equal(int.Parse(sum!, CultureInfo.InvariantCulture), lines.Sum(line => int.Parse(line, CultureInfo.InvariantCulture)));
        Assert.True(int.Parse(sum!, CultureInfo.InvariantCulture) < 0);
        await shopper.CheckAsync("why-not");

        await shopper.OpenAsync("/");
        var first = await shopper.Page.Locator("article.card").First.GetAttributeAsync("data-product-card");
        await shopper.OpenAsync($"/product/{first}?whynot=1");
        await Assertions.Expect(answer).ToContainTextAsync("It is one of your first 24 picks.");
    }

    [Fact]
    public async Task Catalog_FamilyThenValue_NarrowsAndOldAddressesStillWork()
    {
        var shopper = await VisitAsync();
        var items = (await shop.Server.Services.GetRequiredService<ShopService>().CatalogAsync()).Items;
        var family = AttributeVocabularyFile.Default.TryFindFamilyByFullCode("neckline_design:V-Shaped")!;
        int Of(params IEnumerable<AttributeValue> values) => items.Count(item => values.Sum(value => item.Vector[value.Index]) >= .5f);
        var total = shopper.Page.Locator(".applied span").First;
        await shopper.OpenAsync("/catalog");

        await shopper.Page.Locator(".facets").GetByRole(AriaRole.Link, new() { NameRegex = new("^V-shaped neckline") }).ClickAsync();
        await Assertions.Expect(total).ToHaveTextAsync($"{Of(family.Values)} products");
        await Assertions.Expect(shopper.Page.Locator(".chip"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^V-shaped neckline"));
        await shopper.ExpectAddressEndsWithAsync("/catalog?neckline_design=V-Shaped");
        await shopper.ShowAsync("family-light", whole: false);

        await shopper.Page.Locator(".facets .inner").GetByRole(AriaRole.Link, new() { NameRegex = new("^Deep V-neckline") }).ClickAsync();
        await Assertions.Expect(total).ToHaveTextAsync($"{Of(family.Values.Single(value => value.Code == "Deep V Neckline"))} products");
        await shopper.ExpectAddressEndsWithAsync("/catalog?neckline_design=Deep%20V%20Neckline");

        await shopper.OpenAsync("/catalog?neckline_design=V%20Neckline&neckline_design=Deep%20V%20Neckline");
        await Assertions.Expect(shopper.Page.Locator(".chip")).ToHaveCountAsync(2);
        await shopper.OpenAsync("/catalog?q=high+neck");
        Assert.Equal(
            items.Where(item =>
                item.Readings.Any(reading => reading.Statement is { } said && said.Values.All(value => value.Family?.Code == "High")))
                .Select(item => item.Product.Id)
                .Except((await AllAsync(shopper)).Split(' ')), []);
    }

    /// <summary>The products of all pages of the open catalog.</summary>
    private static async Task<string> AllAsync(Visitor shopper)
    {
        var all = await shopper.CardsAsync();
        for (var next = shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Next" }); await next.CountAsync() > 0;)
        {
            var here = await shopper.CardsAsync();
            await next.ClickAsync();
            all += " " + await Polling.UntilAsync(shopper.CardsAsync, cards => cards != here && cards.Length > 0);
        }

        return all;
    }
}
