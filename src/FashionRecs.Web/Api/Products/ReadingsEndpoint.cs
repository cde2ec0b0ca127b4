using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;

namespace FashionRecs.Web.Api.Products;

/// <summary>What is seen in a product's picture, read in its words, or said by people.</summary>
internal static class ReadingsEndpoint
{
    public static void MapReadings(this IEndpointRouteBuilder api) =>
        api.MapGet("/readings/{product}", GetAsync).ForShoppers(ApiScopes.CatalogRead)
        .WithSummary("What is held true of a product, attribute by attribute, and where its picture shows it").WithTags("products")
        .WithName("readings")
        .Produces<ReadingsAnswer>().Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> GetAsync([Description("The product.")] string product, HttpContext context, ShopService shop)
    {
        var catalog = await shop.CatalogAsync(context.RequestAborted);
        var item = catalog.TryFind(product) ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        return EntityTags.IsKnown(context, catalog) ? EntityTags.NotModified
            : Results.Ok(new ReadingsAnswer(product, item.Predicted?.Fingerprint, item.IsWithoutGarment,
                [.. item.Readings.Select(reading => ReadingAnswer.Of(item.Product, reading))]));
    }
}

/// <summary>What is held true of a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Weights">Fingerprint of the network that read the picture; null before one did.</param>
/// <param name="WithoutGarment">Whether no garment was found and no person has looked yet.</param>
/// <param name="Readings">By attribute.</param>
internal sealed record ReadingsAnswer(string Product, string? Weights, bool WithoutGarment, IReadOnlyList<ReadingAnswer> Readings);

/// <summary>What is held true of one attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Source">predicted, text or reviewed.</param>
/// <param name="Statement">The value or family that can be said of it; null where nothing can.</param>
/// <param name="Phrase">The same in a shopper's words; null where nothing can be said.</param>
/// <param name="Probability">How likely that is true, in [0, 1]; null where nothing can be said.</param>
/// <param name="Contradicted">Whether picture and words contradict each other.</param>
/// <param name="Probabilities">By value: a distribution over values that exclude each other.</param>
/// <param name="Region">Where the picture shows it; null where that is not known.</param>
internal sealed record ReadingAnswer(
    string Attribute, string Source, string? Statement, string? Phrase, double? Probability, bool Contradicted,
    IReadOnlyDictionary<string, double> Probabilities, RegionAnswer? Region)
{
    public static ReadingAnswer Of(Product product, AttributeReading reading) => new(
        reading.Attribute.Code, reading.Source.ToString().ToLowerInvariant(), reading.Statement?.FullCode, reading.Statement?.Phrase,
        reading.Statement is { } said ? Math.Round(said.Probability, 4) : null, reading.IsContradicted,
        reading.Attribute.Values.ToDictionary(value => value.FullCode(), value => Math.Round(reading.Probabilities[value.Position], 5)),
        RegionAnswer.Of(product, reading.Region));
}
