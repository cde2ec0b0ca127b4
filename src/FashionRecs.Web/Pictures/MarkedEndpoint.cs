using FashionRecs.Application.Shop;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Pictures;

/// <summary>Serves a product's picture with its parts marked, for messengers that show links.</summary>
public static class MarkedEndpoint
{
    /// <summary>Width in pixels.</summary>
    public const int Width = MarkedPicture.Width;

    /// <summary>Height in pixels.</summary>
    public const int Height = MarkedPicture.Height;

    /// <summary>Parts that are marked at most: a small picture with more is a tangle.</summary>
    private const int MostMarked = 3;

    /// <summary>Where the marked picture of a product is.</summary>
    public static string AddressOf(string product) => $"/pictures/marked/{Uri.EscapeDataString(product)}.jpg";

    public static void MapMarked(this IEndpointRouteBuilder routes) => routes.MapGet("/pictures/marked/{product}.jpg", GetAsync);

    private static async Task<IResult> GetAsync(string product, HttpContext context, CatalogCache catalog, PictureCache pictures)
    {
        if ((await catalog.GetAsync()).TryFind(product) is not { } item)
        {
            return Results.NotFound();
        }

        PartRegion[] marked = [.. item.Readings.Where(reading => reading.Statement is not null)
            .Select(reading => reading.RegionOf(reading.Statement!.Values)).OfType<PartRegion>().Take(MostMarked)];
        try
        {
            if (await pictures.GetAsync(item.Product.Picture, marked, context.RequestAborted) is not { } bytes)
            {
                return Results.NotFound();
            }

            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
            return Results.Bytes(bytes, "image/jpeg");
        }
        catch (TimeoutException exception)
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
