using FashionRecs.Application.Models;
using FashionRecs.Application.Settings;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace FashionRecs.Web.Pictures;

/// <summary>
/// Serves pictures over HTTP in the sizes pages need. An address names the picture's bytes, so it may be cached for ever.
/// </summary>
public static class PictureEndpoints
{
    /// <summary>What is served under this never changes, so nobody has to ask again.</summary>
    internal static readonly CacheControlHeaderValue Unchanging =
        new() { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new NameValueHeaderValue("immutable") } };

    public static IServiceCollection AddPictures(this IServiceCollection services)
    {
        // The network is loaded with the first picture that has to be read, not before.
        services.AddSettings<VisionOptions>("Vision");
        services.AddSingleton<ProjectorFactory>(provider =>
            path => new PictureProjector(path, provider.GetRequiredService<VisionOptions>().Engine));
        services.AddSingleton<CurrentProjector>();
        services.AddSingleton<IFollowingProjector>(provider => provider.GetRequiredService<CurrentProjector>());
        services.TryAddSingleton<IPictureProjector>(provider => provider.GetRequiredService<CurrentProjector>());
        services.TryAddSingleton<IPictureInspector, PictureInspector>();
        return services.AddSingleton<PictureCache>().AddSingleton<MapCache>().AddSingleton<MapAddress>();
    }

    public static void MapPictures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pictures/{fingerprint:regex(^[0-9a-f]{{64}}$)}/{width:int}.webp", GetAsync);
        routes.MapHeatMaps();
        routes.MapMarked();
    }

    private static async Task<IResult> GetAsync(string fingerprint, int width, HttpContext context, PictureCache cache,
        CancellationToken cancellation)
    {
        if (!PictureAddress.Widths.Contains(width) && width != PictureAddress.Enlarged)
        {
            return Results.Problem(
                $"Pictures are served {string.Join(", ", PictureAddress.Widths)} or {PictureAddress.Enlarged} pixels wide.",
                statusCode: StatusCodes.Status404NotFound);
        }

        byte[]? bytes;
        try
        {
            bytes = await cache.GetAsync(fingerprint, width, cancellation);
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

        context.Response.GetTypedHeaders().CacheControl = Unchanging;
        return Results.Bytes(bytes, "image/webp", entityTag: new EntityTagHeaderValue($"\"{fingerprint[..16]}-{width}\""));
    }
}
