using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.Catalog;

/// <summary>Outlines are kept with the readings by the codes of what they show.</summary>
public sealed class OutlineTests : IDisposable
{
    private static readonly AttributeValue VNeck = TestShop.Value("neckline_design", "V Neckline");
    private static readonly AttributeValue Long = TestShop.Value("sleeve_length", "Long Sleeves");
    private static readonly PartOutline Triangle = new([[new(0.25f, 0.1f), new(0.75f, 0.1f), new(0.5f, 0.5f)]]);
    private static readonly PartOutline Sleeves = new([[new(0, 0), new(0.1f, 0), new(0, 0.9f)], [new(1, 0), new(0.9f, 0), new(1, 0.9f)]]);

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Save_OutlinesOfValueAndFamily_AreReadBack()
    {
        await SaveAsync(outlined: true);
        using var again = new TestShop(shop.Folder);

        var item = await ItemAsync(again);

        Assert.Equal(Triangle, item[VNeck.Attribute]!.Region!.Outline);
        Assert.Equal(Sleeves, item[Long.Attribute]!.Region!.Outline);
        var family = item[VNeck.Attribute]!.FamilyRegion!;
        Assert.Equal((VNeck.Family, new PixelBox(1, 2, 9, 8), 0.25f, Sleeves),
            (family.Family, family.Region.Box, family.Region.Share, family.Region.Outline));
    }

    [Fact]
    public async Task Read_ReadingsFromBeforeOutlines_HaveTheirRectangles()
    {
        await SaveAsync(outlined: false);

        var item = await ItemAsync(shop);

        var region = item[VNeck.Attribute]!.RegionOf(VNeck.Family!.Values)!;
        Assert.Equal((new PixelBox(4, 4, 20, 20), null), (region.Box, region.Outline));
        Assert.Null(item[VNeck.Attribute]!.FamilyRegion);
    }

    [Fact]
    public async Task Read_AnotherVocabulary_KeepsTheOutlinesOfWhatItStillHas()
    {
        await SaveAsync(outlined: true);
        var vocabulary = OtherVocabularies.WithNinthAttribute;
        using var later = new TestShop(shop.Folder, configure: services => services.AddSingleton(vocabulary));

        var item = await ItemAsync(later);

        Assert.Equal(Sleeves, item[vocabulary[Long.Attribute.Code]]!.Region!.Outline);
        Assert.Equal(Triangle, item[vocabulary[VNeck.Attribute.Code]]!.Region!.Outline);
    }

    [Fact]
    public async Task Read_LostValue_LosesItsOutline()
    {
        await SaveAsync(outlined: true);
        using var later = new TestShop(shop.Folder, configure: services => services.AddSingleton(OtherVocabularies.Without(VNeck)));

        var reading = (await ItemAsync(later)).Predicted!.Attributes.Single(said => said.Attribute.Code == VNeck.Attribute.Code);

        Assert.Null(reading.Region);
    }

    private static async Task<CatalogItem> ItemAsync(TestShop open) => (await open.Shop.CatalogAsync()).TryFind("v")!;

    private async Task SaveAsync(bool outlined)
    {
        await shop.AddAsync("v", VNeck, Long);
        var item = await ItemAsync(shop);
        ProjectedAttribute[] readings = [.. item.Predicted!.Attributes.Select(reading => reading.Attribute == VNeck.Attribute
            ? reading with
            {
                Region = new PartRegion(new PixelBox(4, 4, 20, 20), 0.5f) { Outline = outlined ? Triangle : null },
                FamilyRegion = outlined
                    ? new FamilyRegion(VNeck.Family!, new PartRegion(new PixelBox(1, 2, 9, 8), 0.25f) { Outline = Sleeves }) : null,
            }
            : reading.Attribute == Long.Attribute
                ? reading with { Region = new PartRegion(new PixelBox(0, 0, 30, 40), 1) { Outline = outlined ? Sleeves : null } }
                    : reading)];
        await shop.Get<ICatalogStore>().SaveAsync(item.Product, new PredictedTags(item.Predicted.Fingerprint, readings));
    }
}
