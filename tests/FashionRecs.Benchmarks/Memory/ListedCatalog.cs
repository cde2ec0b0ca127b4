using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Recommenders.Purchases;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Memory;

/// <summary>The products of a list with their own texts, and with drawn readings that have an outline for each region.</summary>
internal static class ListedCatalog
{
    /// <summary>Points of an outline.</summary>
    private const int Points = 40;

    /// <summary>Fills a shop.</summary>
    /// <param name="services">The shop.</param>
    /// <param name="path">The list of products.</param>
    /// <param name="products">How many; where the list is shorter, it is begun again with other ids.</param>
    public static async Task FillAsync(IServiceProvider services, string path, int products)
    {
        var vocabulary = services.GetRequiredService<AttributeVocabulary>();
        var listed = ShopProducts.Read(path).Products;
        var random = new Random(11);
        foreach (var portion in Enumerable.Range(0, products).Chunk(10_000))
        {
            await services.GetRequiredService<ICatalogStore>()
                .SaveAsync([.. portion.Select(number =>
                    (Product(listed[number % listed.Count], number / listed.Count), Read(vocabulary, random)))]);
        }
    }

    private static Product Product(ListedProduct listed, int copy) => new()
    {
        Id = copy == 0 ? listed.Code : $"{listed.Code}-{copy}", Name = listed.Name, Type = listed.Type, Group = listed.Group,
        Section = listed.Section, Colour = listed.Colour, Pattern = listed.Pattern,
        Price = double.IsNaN(listed.Price) ? null : Math.Round((decimal)listed.Price, 2), Description = listed.Description,
        Picture = $"{listed.Code.GetHashCode(StringComparison.Ordinal):x64}", PictureWidth = 160, PictureHeight = 240,
    };

    private static PredictedTags? Read(AttributeVocabulary vocabulary, Random random) => new("drawn",
    [
        .. vocabulary.Attributes.Select(attribute =>
        {
            var isVisible = random.NextDouble() < 0.45;
            var top = isVisible ? attribute.VisibleValues.ElementAt(random.Next(attribute.VisibleValues.Count())) : attribute.Invisible;
            float[] said = [.. attribute.Values.Select(value => value == top ? 0.9f : 0.1f * random.NextSingle())];
            return new ProjectedAttribute(attribute, said, isVisible ? Region(random) : null)
            {
                FamilyRegion = isVisible && top.Family is { } family ? new FamilyRegion(family, Region(random)) : null,
            };
        }),
    ]);

    private static PartRegion Region(Random random) => new(new PixelBox(10, 10, 50, 50), random.NextSingle())
    {
        Outline = new PartOutline(
            [[.. Enumerable.Range(0, Points).Select(_ => new OutlinePoint(random.NextSingle(), random.NextSingle()))]]),
    };
}
