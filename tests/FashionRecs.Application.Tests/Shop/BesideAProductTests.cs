using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop;

/// <summary>What stands beside a product: the same in other colours, and what was looked at before.</summary>
public class BesideAProductTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue LongSleeves = TestShop.Value("sleeve_length", "Long Sleeves");
    private readonly TestShop shop;

    public BesideAProductTests()
        : this(HeldCatalog.Memory)
    {
    }

    protected BesideAProductTests(CatalogMemory memory) => shop = new(memory: memory);

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task InOtherColours_OfWhatFewShow_AreThoseThatShareIt()
    {
        await AddAsync("like", "Red", VNeck, LongSleeves);
        await AddAsync("same colour", "Red", VNeck, LongSleeves);
        await AddAsync("blue", "Blue", VNeck, LongSleeves);
        await AddAsync("green", "Green", VNeck);
        foreach (var number in Enumerable.Range(0, 4))
        {
            await AddAsync($"sleeves {number}", "Black", LongSleeves);
        }

        var shared = (await shop.Shop.OpenAsync(Guid.NewGuid())).InOtherColours("like")!;

        Assert.Equal(VNeck.FullCode(), shared.Shared.FullCode);
        Assert.Equal(["blue", "green"], shared.Items.Select(near => near.Item.Product.Id));
    }

    [Fact]
    public async Task InOtherColours_NoneOrNoColour_IsNull()
    {
        await AddAsync("alone", "Red", VNeck);
        await AddAsync("bare", "", VNeck);
        await AddAsync("one other", "Blue", VNeck);
        var now = await shop.Shop.OpenAsync(Guid.NewGuid());

        Assert.Null(now.InOtherColours("alone"));
        Assert.Null(now.InOtherColours("bare"));
        Assert.Null(now.InOtherColours("gone"));
    }

    [Fact]
    public async Task RecentlyViewed_OpenedTwice_StandsOnceWithoutTheOpenAndTheHidden()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await shop.AddAsync(id, VNeck);
        }

        var shopper = Guid.NewGuid();
        foreach (var (signal, id) in new[]
        {
            (PreferenceSignal.View, "a"), (PreferenceSignal.View, "b"), (PreferenceSignal.Skipped, "c"), (PreferenceSignal.View, "a"),
            (PreferenceSignal.View, "c"), (PreferenceSignal.View, "d"), (PreferenceSignal.Hide, "c"),
        })
        {
            await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, signal, id));
        }

        var (catalog, profile) = (await shop.Shop.CatalogAsync(), await shop.Shop.ShopperAsync(shopper));

        Assert.Equal(["a", "b"], RecentlyViewed.Of(catalog, profile, "d", 4).Select(item => item.Product.Id));
        Assert.Equal(["d", "a"], RecentlyViewed.Of(catalog, profile, null, 2).Select(item => item.Product.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(21)]
    [InlineData(double.NaN)]
    public async Task Bag_QuantityThatCannotBe_IsRefused(double many)
    {
        await shop.AddAsync("a", VNeck);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), Guid.NewGuid(), PreferenceSignal.Bag, "a", Weight: many)));
    }

    private Task AddAsync(string id, string colour, params AttributeValue[] values) => shop.Get<ProductImport>().ImportAsync(
        new ProductFacts(id, $"Product {id}", "Dress", "Garment Full body", "Ladieswear", colour, "Solid", 9.99m, "A dress."),
        System.Text.Encoding.UTF8.GetBytes($"picture of {id}"), new FakeProjector(values));
}

/// <summary>The same on a catalog that is read by key.</summary>
public sealed class BesideAProductByKeyTests() : BesideAProductTests(HeldCatalog.None);
