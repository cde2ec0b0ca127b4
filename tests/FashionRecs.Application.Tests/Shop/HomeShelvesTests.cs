using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public class HomeShelvesTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue RoundNeck = TestShop.Value("neckline_design", "Round Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");

    private readonly TestShop shop;
    private readonly Guid shopper = Guid.NewGuid();

    public HomeShelvesTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected HomeShelvesTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Home_NewShopper_IsOneListWithoutClaims()
    {
        await FillAsync();

        var shelves = (await shop.Shop.OpenAsync(shopper)).Home();

        Assert.All(shelves, shelf => Assert.Null(shelf.Value));
        Assert.All(shelves, shelf => Assert.Null(shelf.Near));
    }

    [Fact]
    public async Task Home_AfterLikes_HasARowOfTheValueAndOneNearTheLastLike()
    {
        await FillAsync();
        foreach (var id in new[] { "v00", "v01", "v02", "v03" })
        {
            await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, id));
        }

        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.More, Value: VNeck.FullCode()));
        var shelves = (await shop.Shop.OpenAsync(shopper)).Home();

        var row = Assert.Single(shelves, shelf => shelf.Value == VNeck);
        Assert.All(row.Cards, card => Assert.True(card.Item.Vector[VNeck.Index] >= 0.5f));
        Assert.Equal("v03", Assert.Single(shelves, shelf => shelf.Near is not null).Near!.Product.Id);
    }

    [Fact]
    public async Task Home_AnyShelves_ShowEachProductOnceAndCountPositionsOn()
    {
        await FillAsync();
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v00"));

        var cards = (await shop.Shop.OpenAsync(shopper)).Home().SelectMany(shelf => shelf.Cards).ToArray();

        Assert.Equal(Enumerable.Range(0, cards.Length), cards.Select(card => card.Position));
        Assert.Equal(cards.Length, cards.Select(card => card.Item.Product.Id).Distinct().Count());
        Assert.DoesNotContain(cards, card => card.Item.Product.Id == "v00");
    }

    [Fact]
    public async Task Home_ProductsOfARowDenied_StandInNoRowAnyMore()
    {
        await FillAsync();
        foreach (var id in new[] { "v00", "v01", "v02", "v03" })
        {
            await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, id));
        }

        var near = Assert.Single((await shop.Shop.OpenAsync(shopper)).Home(), shelf => shelf.Near is not null);
        string[] denied = [.. near.Cards.Select(card => card.Item.Product.Id)];
        foreach (var id in denied)
        {
            await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Deny, id, VNeck.FullCode()));
        }

        Assert.NotEmpty(denied);
        Assert.DoesNotContain((await shop.Shop.OpenAsync(shopper)).Home().SelectMany(shelf => shelf.Cards),
            card => denied.Contains(card.Item.Product.Id));
    }

    private async Task FillAsync()
    {
        for (var number = 0; number < 24; number++)
        {
            await shop.AddAsync($"v{number:00}", VNeck, LongSleeves);
            await shop.AddAsync($"r{number:00}", RoundNeck);
        }
    }
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class HomeShelvesByKeyTests() : HomeShelvesTests(HeldCatalog.None);
