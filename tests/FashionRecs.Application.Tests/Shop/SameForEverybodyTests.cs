using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>Whoever asks for the same as everybody gets is treated as if the shop had never seen them.</summary>
public sealed class SameForEverybodyTests : IDisposable
{
    private readonly TestShop shop = new();
    private readonly Guid shopper = Guid.NewGuid();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Open_SameForEverybody_IsWhatANewcomerWithTheSwitchGets()
    {
        await FillAsync();
        await ActAsync(shopper, PreferenceSignal.Like, "p0");
        await ActAsync(shopper, PreferenceSignal.Hide, "p7");
        var newcomer = Guid.NewGuid();
        await ActAsync(newcomer, PreferenceSignal.Everybody);
        var own = Ids(await shop.Shop.OpenAsync(shopper));

        await ActAsync(shopper, PreferenceSignal.Everybody);

        var (now, other) = (await shop.Shop.OpenAsync(shopper), await shop.Shop.OpenAsync(newcomer));
        Assert.Equal(Ids(other), Ids(now));
        Assert.Contains("p7", Ids(now));
        Assert.NotEqual(own, Ids(now));
        Assert.All(now.Home(seed: 5).SelectMany(row => row.Cards), card => Assert.Empty(card.Explanation.Shares));
        Assert.All(now.Catalog.Items, item => Assert.Equal(other.Score(item), now.Score(item)));
        Assert.Equal(WhyNotKindOf(other), WhyNotKindOf(now));
        // What they chose stays theirs to see.
        Assert.Contains("p0", now.Shopper.Liked);
        Assert.NotEmpty(now.Learned());
    }

    [Fact]
    public async Task Open_SwitchedBackOrUndone_IsAsBefore()
    {
        await FillAsync();
        await ActAsync(shopper, PreferenceSignal.Like, "p0");
        var own = Ids(await shop.Shop.OpenAsync(shopper));
        await ActAsync(shopper, PreferenceSignal.Everybody);

        await ActAsync(shopper, PreferenceSignal.Personal);
        Assert.Equal(own, Ids(await shop.Shop.OpenAsync(shopper)));

        await ActAsync(shopper, PreferenceSignal.Everybody);
        Assert.True((await shop.Shop.ShopperAsync(shopper)).SameForEverybody);
        await shop.Shop.UndoAsync(shopper);
        Assert.Equal(own, Ids(await shop.Shop.OpenAsync(shopper)));
    }

    [Fact]
    public async Task Choices_OfWhoAskedForTheSame_TeachTheShopNothing()
    {
        await FillAsync();
        foreach (var other in new[] { shopper, Guid.NewGuid(), Guid.NewGuid() })
        {
            await ActAsync(other, PreferenceSignal.Like, "p3");
        }

        Assert.Equal(3, (await shop.Get<IChoiceLog>().AllAsync()).Count);

        await ActAsync(shopper, PreferenceSignal.Everybody);
        Assert.DoesNotContain(shopper.ToString(), (await shop.Get<IChoiceLog>().AllAsync()).Select(choice => choice.Choice.Shopper));

        await ActAsync(shopper, PreferenceSignal.Personal);
        Assert.Equal(3, (await shop.Get<IChoiceLog>().AllAsync()).Count);
    }

    [Fact]
    public async Task Open_SameForEverybody_PutsFirstWhatMostChose()
    {
        await FillAsync();
        foreach (var other in Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray())
        {
            await ActAsync(other, PreferenceSignal.Like, "p5");
        }

        await ActAsync(shopper, PreferenceSignal.Like, "p0");
        await ActAsync(shopper, PreferenceSignal.Everybody);

        Assert.Equal("p5", Ids(await shop.Shop.OpenAsync(shopper))[0]);
    }

    private static object? WhyNotKindOf(ShopSnapshot now) => now.WhyNot("p1")?.Kind;

    private static string[] Ids(ShopSnapshot now) => [.. now.Recommend(seed: 5).Select(card => card.Item.Product.Id)];

    private Task ActAsync(Guid who, PreferenceSignal signal, string? product = null) =>
        shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), who, signal, product));

    private async Task FillAsync()
    {
        for (var number = 0; number < 10; number++)
        {
            await shop.AddAsync($"p{number}",
                number < 5 ? TestShop.Value("neckline_design", "V Neckline") : TestShop.Value("neckline_design", "Round Neckline"));
        }
    }
}
