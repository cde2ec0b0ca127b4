using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

public class ShopSnapshotTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private readonly TestShop shop;
    private readonly Guid shopper = Guid.NewGuid();

    public ShopSnapshotTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected ShopSnapshotTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Explain_WhatARowShows_IsTheVeryExplanationThatRankedIt()
    {
        await FillAsync();

        var now = await shop.Shop.OpenAsync(shopper);

        Assert.All(now.Recommend(), card => Assert.Same(card.Explanation, now.Explain(card.Item)));
        Assert.All(now.Home().SelectMany(shelf => shelf.Cards), card => Assert.Same(card.Explanation, now.Explain(card.Item)));
        Assert.Same(now.Explain("p1")!.Explanation, now.Explain(now.Catalog.TryFind("p1")!));
    }

    [Fact]
    public async Task Snapshot_WhileTheShopGoesOn_StaysOfItsMoment()
    {
        await FillAsync();
        var before = await shop.Shop.OpenAsync(shopper);

        await shop.AddAsync("late", VNeck);
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Hide, "p1"));

        Assert.Null(before.Explain("late"));
        Assert.Contains("p1", before.Recommend().Select(card => card.Item.Product.Id));
        var after = await shop.Shop.OpenAsync(shopper);
        Assert.NotNull(after.Explain("late"));
        Assert.DoesNotContain("p1", after.Recommend().Select(card => card.Item.Product.Id));
    }

    private async Task FillAsync()
    {
        for (var number = 0; number < 6; number++)
        {
            await shop.AddAsync($"p{number}", VNeck);
        }

        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "p0"));
    }
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class ShopSnapshotByKeyTests() : ShopSnapshotTests(HeldCatalog.None);
