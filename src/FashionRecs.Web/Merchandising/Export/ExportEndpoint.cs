using FashionRecs.Application.Review.Export;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Queue;

namespace FashionRecs.Web.Merchandising.Export;

/// <summary>
/// Sends tags of a queue's products as FashionAI annotations, CSV or JSON. Large exports are written behind the pages, and fetched by the
/// person who asked for them.
/// </summary>
public static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/export/tags", GetAsync);
        routes.MapGet("/export/files/{id:guid}", FetchAsync);
    }

    private static async Task<IResult> GetAsync(HttpContext context, string? format, string? rows, string[]? column, ReviewQueue queue,
        AttributeVocabulary vocabulary, ExportShelf shelf, ExportOptions options, TimeProvider time)
    {
        var (filter, trouble) = ReviewAddress.Judge(new Uri($"http://localhost/{context.Request.QueryString}"), vocabulary);
        var (shape, wrong) = ExportShape.Read(format, rows, column);
        if (shape is null || trouble is not null)
        {
            return Results.Problem(trouble ?? wrong, statusCode: StatusCodes.Status400BadRequest);
        }

        var person = Reviewer.NameOf(context.User);
        var entries = await queue.FindInEffectAsync(filter, person, context.RequestAborted);
        if (entries.Count > options.Direct)
        {
            await shelf.AskAsync(new ExportRequest(Guid.NewGuid(), person, time.GetUtcNow(), entries.Count, shape, KeptFilter.Of(filter)),
                context.RequestAborted);
            return Results.Redirect($"/merchandising/export{context.Request.QueryString}#large");
        }

        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        return Results.Stream(stream => TagExport.WriteAsync(stream, shape, entries, attributes), shape.MediaType, shape.FileName);
    }

    private static async Task<IResult> FetchAsync(HttpContext context, Guid id, ExportShelf shelf) =>
        await shelf.TryFindAsync(id, context.RequestAborted) is { } request && request.Person == Reviewer.NameOf(context.User)
            && await shelf.TryOpenAsync(id, context.RequestAborted) is { } path
            ? Results.File(path, request.Shape.MediaType, request.Shape.FileName)
            : Results.Problem(
                "There is no such export any more, or somebody else asked for it.", statusCode: StatusCodes.Status404NotFound);
}
