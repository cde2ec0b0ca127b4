using FashionRecs.Domain.Projection;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Pictures;

/// <summary>
/// Serves squares cut out of pictures, to whoever may see the group it is mapped in: anybody else could fill the cache with regions.
/// </summary>
public static class CropEndpoint
{
    private static readonly CacheControlHeaderValue Unchanging =
        new() { Private = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } };

    public static void MapCrops(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/crops/{fingerprint:regex(^[0-9a-f]{{64}}$)}/{x:int}-{y:int}-{width:int:min(1)}-{height:int:min(1)}.webp", GetAsync);

    private static async Task<IResult> GetAsync(
        string fingerprint, int x, int y, int width, int height, HttpContext context, PictureCache cache, CancellationToken cancellation)
    {
        try
        {
            if (await cache.GetAsync(fingerprint, new PixelBox(x, y, width, height), cancellation) is not { } bytes)
            {
                return Results.Problem("There is no such picture.", statusCode: StatusCodes.Status404NotFound);
            }

            context.Response.GetTypedHeaders().CacheControl = Unchanging;
            return Results.Bytes(bytes, "image/webp",
                entityTag: new EntityTagHeaderValue($"\"{fingerprint[..16]}-{x}-{y}-{width}-{height}\""));
        }
        catch (TimeoutException exception)
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
