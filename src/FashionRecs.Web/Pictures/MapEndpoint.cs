using FashionRecs.Domain.Attributes;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Pictures;

/// <summary>Serves heat maps over HTTP as small overlays, never through the circuit.</summary>
public static class MapEndpoint
{
    private const string Address = "/pictures/{fingerprint:regex(^[0-9a-f]{{64}}$)}/maps/{weights:regex(^[0-9a-f]{{16}}$)}";

    /// <summary>Behind the number of a value whose family's map is asked for.</summary>
    public const string OfFamily = "-family";

    public static void MapHeatMaps(this IEndpointRouteBuilder routes)
    {
        foreach (var ofFamily in new[] { false, true })
        {
            routes.MapGet($"{Address}/{{value:int}}{(ofFamily ? OfFamily : "")}.png", (
                string fingerprint, string weights, int value, HttpContext context, MapAddress address, MapCache cache,
                AttributeVocabulary vocabulary, CancellationToken cancellation) =>
                GetAsync(fingerprint, weights, value, ofFamily, context, address, cache, vocabulary, cancellation));
        }
    }

    private static async Task<IResult> GetAsync(
        string fingerprint, string weights, int value, bool ofFamily, HttpContext context, MapAddress address, MapCache cache,
        AttributeVocabulary vocabulary,
        CancellationToken cancellation)
    {
        // A link from before a change of weights must not be answered, and cached for ever, with a map of the new ones.
        if (weights != address.Current || value < 0 || value >= vocabulary.Values.Count
            || (ofFamily && vocabulary.Values[value].Family is null))
        {
            return Results.Problem("There is no such heat map.", statusCode: StatusCodes.Status404NotFound);
        }

        byte[]? bytes;
        try
        {
            bytes = await cache.GetAsync(fingerprint, vocabulary.Values[value], ofFamily, cancellation);
        }
        catch (TimeoutException exception)
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (bytes is null)
        {
            return Results.Problem("There is no such picture.", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.GetTypedHeaders().CacheControl = PictureEndpoints.Unchanging;
        return Results.Bytes(bytes, "image/png",
            entityTag: new EntityTagHeaderValue($"\"{fingerprint[..16]}-{weights}-{value}{(ofFamily ? OfFamily : "")}\""));
    }
}
