using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Web.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace FashionRecs.Web.Shop.Photographs;

/// <summary>Takes photographs to search by. They are kept in memory for half an hour, and nowhere else.</summary>
internal static class PhotographEndpoints
{
    /// <summary>Why a file is not looked at that is too long.</summary>
    public const string TooLarge = "too large";

    /// <summary>Said of a form that ends before its end.</summary>
    private const string CutOff = "The photograph did not arrive whole. Please send it again.";

    /// <summary>What a form adds around the file.</summary>
    private const int FormLength = 16 * 1024;

    public static void MapPhotographs(this IEndpointRouteBuilder routes)
    {
        // Whoever is made to send one by another page changes nothing: no check that would need a cookie.
        routes.MapPost(PhotographAddress.Read, PostAsync).DisableAntiforgery()
            .WithFormOptions(memoryBufferThreshold: PhotographReader.Longest + FormLength,
                multipartBodyLengthLimit: PhotographReader.Longest + FormLength, valueCountLimit: 8)
            .WithMetadata(new RequestSizeLimitAttribute(PhotographReader.Longest + FormLength));
        routes.MapGet(PhotographAddress.Path + "/{id:guid}/picture", Picture);
        routes.MapPost(PhotographAddress.Path + "/{id:guid}/forget", Forget).DisableAntiforgery();
    }

    private static async Task<IResult> PostAsync(HttpRequest request, PhotographReader reader, RecentPhotographs recent,
        CancellationToken cancellation)
    {
        SeenPhotograph seen;
        try
        {
            if (!request.HasFormContentType || (await request.ReadFormAsync(cancellation)).Files is not [{ Length: > 0 } file, ..])
            {
                return Results.LocalRedirect(PhotographAddress.Path);
            }

            var bytes = new byte[file.Length];
            await using (var stream = file.OpenReadStream())
            {
                await stream.ReadExactlyAsync(bytes, cancellation);
            }

            seen = await reader.ReadAsync(bytes, cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            seen = new SeenPhotograph(Guid.NewGuid(), null, ReadOnlyMemory<byte>.Empty, TooLarge);
        }
        catch (IOException)
        {
            // The form itself is kept in memory, so it is not the disk.
            seen = new SeenPhotograph(Guid.NewGuid(), null, ReadOnlyMemory<byte>.Empty, CutOff);
        }
        catch (TimeoutException exception)
        {
            seen = new SeenPhotograph(Guid.NewGuid(), null, ReadOnlyMemory<byte>.Empty, exception.Message);
        }

        recent.Keep(seen);
        // See other: reloading asks for the page and hands nothing in again.
        request.HttpContext.Response.Headers.Location = PhotographAddress.Of(seen.Id);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Picture(Guid id, HttpContext context, RecentPhotographs recent)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return recent.TryFind(id) is { Picture.Length: > 0 } seen ? Results.Bytes(seen.Picture, "image/webp") : Results.NotFound();
    }

    private static IResult Forget(Guid id, HttpContext context, RecentPhotographs recent)
    {
        recent.Remove(id);
        context.Response.Headers.Location = PhotographAddress.Path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
