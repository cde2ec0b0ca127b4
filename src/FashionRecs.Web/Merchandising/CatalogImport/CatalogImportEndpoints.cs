using FashionRecs.Application.CatalogImport;
using FashionRecs.Tables;
using FashionRecs.Web.Merchandising.Frame;
using Microsoft.AspNetCore.Http.Features;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>
/// Takes files over HTTP, one request each, so that a lost connection loses no more than the file under way. A header that other sites
/// cannot send with a person's cookie is asked for.
/// </summary>
public static class CatalogImportEndpoints
{
    public static void MapCatalogImport(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/import/begin", BeginAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapPut("/import/{id:guid}/file", PutAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapPost("/import/{id:guid}/read", ReadAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapGet("/import/{id:guid}/refused.csv", RefusedAsync);
    }

    private static async ValueTask<object?> OwnScriptOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["X-Requested-With"] == "fashionrecs" ? await next(context)
            : Results.StatusCode(StatusCodes.Status400BadRequest);

    private static Task<IResult> BeginAsync(string name, HttpContext context, ICatalogImportStore imports) => OnDiskAsync(async () =>
        Results.Json(new { id = await imports.BeginAsync(name, Reviewer.NameOf(context.User)) }));

    /// <summary>
    /// Takes a file, or keeps that it was refused. The script says the size ahead, so that nobody waits for what will be refused, and says
    /// so where the browser could not read a file.
    /// </summary>
    private static Task<IResult> PutAsync(Guid id, string name, long? size, bool? unread, HttpContext context, ICatalogImportStore imports,
        StagingFolder staging, CatalogImportLimits limits, CancellationToken cancellation) => OnDiskAsync(async () =>
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = limits.LargestFile;
            try
            {
                if (await imports.StateAsync(id, cancellation) != CatalogImportState.Open)
                {
                    return Results.Problem("This import takes no more files.", statusCode: StatusCodes.Status409Conflict);
                }

                if (unread == true)
                {
                    throw new InvalidDataException("The browser could not read or send the file.");
                }

                await staging.SaveAsync(id, name, context.Request.Body, size, cancellation);
                return Results.NoContent();
            }
            catch (InvalidDataException exception)
            {
                await staging.RefuseAsync(id, name, exception.Message);
                return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
            }
        });

    private static Task<IResult> ReadAsync(Guid id, ICatalogImportStore imports) => OnDiskAsync(async () =>
        await imports.MoveAsync(id, CatalogImportState.Reading, [CatalogImportState.Open]) ? Results.NoContent()
            : Results.Problem("This import is not open.", statusCode: StatusCodes.Status409Conflict));

    /// <summary>A disk without room, or a locked database, is said in a sentence; the script waits and tries again.</summary>
    private static async Task<IResult> OnDiskAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (IOException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static async Task<IResult> RefusedAsync(Guid id, ICatalogImportStore imports, CancellationToken cancellation)
    {
        if (await imports.TryFindAsync(id, cancellation) is not { } import)
        {
            return Results.NotFound();
        }

        var refused = new MemoryStream();
        using (var table = new TableWriter(refused, leaveOpen: true))
        {
            table.Write("source", "product", "reason");
            foreach (var item in await imports.ItemsAsync(id, CatalogImportOutcome.Refused, cancellation: cancellation))
            {
                table.Write(item.Source, item.ProductId, item.Reason);
            }
        }

        return Results.File(refused.ToArray(), "text/csv; charset=utf-8", $"refused-{import.At:yyyyMMdd-HHmm}.csv");
    }
}
