using FashionRecs.Application.Catalog;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Benchmarks.Review;

/// <summary>Many products with drawn readings, measured regions, shoppers who saw some, and a few hundred reviews by two people.</summary>
internal static class LargeCatalog
{
    /// <summary>Products that both people reviewed.</summary>
    public const int Reviewed = 300;

    private const string Weights = "drawn";

    public static async Task FillAsync(IServiceProvider services, int products)
    {
        var vocabulary = services.GetRequiredService<AttributeVocabulary>();
        var random = new Random(11);
        for (var start = 0; start < products; start += 10_000)
        {
            var portion = Enumerable.Range(start, Math.Min(10_000, products - start)).Select(number => Garment(vocabulary, number, random))
                .ToArray();
            await services.GetRequiredService<ICatalogStore>().SaveAsync([.. portion.Select(item => (item.Product, item.Predicted))]);
            await services.GetRequiredService<IRegionCheckStore>()
                .SaveAsync([.. portion.Select(item => (item, (IReadOnlyDictionary<GarmentAttribute, double>)item.Predicted!.Attributes
                .Where(said => said.Region is not null).ToDictionary(said => said.Attribute, _ => random.NextDouble())))]);
        }

        for (var list = 0; list < 2_000; list++)
        {
            await services.GetRequiredService<IImpressionStore>().LogAsync(
                new Impression(new Guid(list, 0, 0, new byte[8]), Guid.Empty, "home",
                    [.. Enumerable.Range(0, 24).Select(_ => Id((int)(products * Math.Pow(random.NextDouble(), 3))))]));
        }

        foreach (var reviewer in (string[])["ada", "grace"])
        {
            for (var number = 0; number < Reviewed; number++)
            {
                var attribute = vocabulary.Attributes[number % vocabulary.Attributes.Count];
                var value = attribute.Values[random.Next(attribute.Values.Count)];
                await services.GetRequiredService<IReviewStore>().SubmitAsync(new ReviewAct(
                    new Guid(number, (short)reviewer.Length, 0, new byte[8]), reviewer, ReviewActKind.Say, attribute.English,
                    [new ReviewChange(Id(number * 7), attribute, TagMarks.Choose(value))]));
            }
        }
    }

    private static string Id(int number) => $"p{number:000000}";

    private static CatalogItem Garment(AttributeVocabulary vocabulary, int number, Random random)
    {
        var readings = vocabulary.Attributes.Select(attribute =>
        {
            var visible = random.NextDouble() < 0.45;
            var top = attribute.Values[random.Next(attribute.Values.Count)];
            var numbers = attribute.Values.Select(value => value == top ? 0.3f + (0.65f * random.NextSingle()) : 0.3f * random.NextSingle())
                .ToArray();
            return new ProjectedAttribute(attribute, numbers, 
                visible ? new PartRegion(new PixelBox(10, 10, 50, 50), random.NextSingle()) : null);
        });
        var product =
            new Product { Id = Id(number), Name = $"Dress {number}", Type = "Dress", Picture = $"{number:x64}", PictureWidth = 480,
            PictureHeight = 640 };
        return new CatalogItem(vocabulary, product, new PredictedTags(Weights, [.. readings]), []);
    }
}
