using FashionRecs.Application.Pictures;
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

    private static async Task<IResult> GetAsync(string product, HttpContext context, CatalogCache catalog, PictureStore pictures)
    {
        if ((await catalog.GetAsync()).TryFind(product) is not { } item || pictures.TryFind(item.Product.Picture) is not { } file)
        {
            return Results.NotFound();
        }

        try
        {
            var marked = MarkedPicture.ToJpeg(await File.ReadAllBytesAsync(file, context.RequestAborted), item.Readings
                .Where(reading => reading.Statement is not null)
                .Select(reading => reading.RegionOf(reading.Statement!.Values)).OfType<PartRegion>().Take(MostMarked));
            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
            return Results.Bytes(marked, "image/jpeg");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Results.NotFound(); // A picture damaged after its import is as good as none.
        }
    }
}
