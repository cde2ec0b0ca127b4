using FashionRecs.Application.Shop.WhyNot;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public sealed class WhyNotThisTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue RoundNeck = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Of_NothingKnown_SaysThatThePicksAreRandom()
    {
        await FillAsync();
        Assert.Equal(WhyNotKind.NothingKnown, (await shop.Shop.OpenAsync(shopper)).WhyNot("round")!.Kind);
        Assert.Null((await shop.Shop.OpenAsync(shopper)).WhyNot("gone"));
    }

    [Fact]
    public async Task Of_LowerProduct_LosesByWhatItLacksToTheLastBit()
    {
        await FillAsync();
        await DoAsync(PreferenceSignal.Like, "v0");
        await DoAsync(PreferenceSignal.Dislike, "other");

        var now = await shop.Shop.OpenAsync(shopper);
        var page = now.Recommend(WhyNotThis.FirstPage).Select(card => card.Item.Product.Id).ToArray();
        // Some of its kind stand on the page for variety, or to learn from.
        var why = now.WhyNot(Enumerable.Range(0, 20).Select(number => $"r{number}").First(id => !page.Contains(id)))!;

        Assert.Equal(WhyNotKind.Lower, why.Kind);
        Assert.StartsWith("v", why.Last!.Product.Id);
        Assert.Equal(why.Own.Score - why.Other.Score, why.Lines.Sum(line => line.Difference));
        Assert.True(why.Lines.Single(line => line.FullCode == VNeck.FullCode()).Difference < 0);
        Assert.True(why.Place > WhyNotThis.FirstPage);
    }

    [Fact]
    public async Task Of_ChosenTurnedDownOrPicked_SaysThat()
    {
        await FillAsync();
        await DoAsync(PreferenceSignal.Like, "v0");
        await DoAsync(PreferenceSignal.Hide, "other");
        var now = await shop.Shop.OpenAsync(shopper);

        Assert.Equal(WhyNotKind.Chosen, now.WhyNot("v0")!.Kind);
        Assert.Equal(WhyNotKind.TurnedDown, now.WhyNot("other")!.Kind);
        Assert.Equal(WhyNotKind.IsThere, now.WhyNot(now.Recommend()[0].Item.Product.Id)!.Kind);
    }

    private Task DoAsync(PreferenceSignal signal, string product) =>
        shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, signal, product));

    private async Task FillAsync()
    {
        for (var number = 0; number < 30; number++)
        {
            await shop.AddAsync($"v{number}", number % 2 == 0 ? [VNeck] : [VNeck, LongSleeves]);
        }

        for (var number = 0; number < 20; number++)
        {
            await shop.AddAsync($"r{number}", RoundNeck);
        }

        await shop.AddAsync("round", RoundNeck);
        await shop.AddAsync("other", RoundNeck);
    }
}
