using System.Text.Json;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tables;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Queue;

namespace FashionRecs.Web.Merchandising.Export;

/// <summary>Streams tags of a queue's products as FashionAI annotations, CSV or JSON.</summary>
public static class ExportEndpoint
{
    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerOptions.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/export/tags", GetAsync);

    private static async Task<IResult> GetAsync(HttpContext context, string? format, string[]? column, ReviewQueue queue,
        AttributeVocabulary vocabulary)
    {
        var (filter, trouble) = ReviewAddress.Judge(new Uri($"http://localhost/{context.Request.QueryString}"), vocabulary);
        if (trouble is not null)
        {
            return Results.Problem(trouble, statusCode: StatusCodes.Status400BadRequest);
        }

        var entries = await queue.FindInEffectAsync(filter, Reviewer.NameOf(context.User), context.RequestAborted);
        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        var columns = ExportColumn.All.Where(known => column is not { Length: > 0 } || column.Contains(known.Name)).ToArray();
        var rows = entries.SelectMany(entry => attributes.Select(attribute => new ExportRow(entry, attribute)));
        return format switch
        {
            "csv" => Table("tags.csv", rows.Where(row => row.HasAnything)
                .Select(row => columns.Select(known => known.Text(row))).Prepend(columns.Select(known => known.Name))),
            "json" => Lines("application/x-ndjson; charset=utf-8", "tags.jsonl", rows.Where(row => row.HasAnything)
                .Select(row =>
                    JsonSerializer.Serialize(columns.ToDictionary(known => known.Name, known => known.Text(row)), Readable) + "\n")),
            // The folder that the pictures really lie in, so that training finds them with the database's folder as --images.
            "fashionai" => Table("label.csv", rows.Where(row => row.Final is not null).Select(row => (IEnumerable<string>)[
                $"pictures/{row.Item.Product.Picture[..2]}/{row.Item.Product.Picture}", $"{row.Attribute.Code}_labels",
                TagMarks.Write(row.Final!.Marks),
            ])),
            _ => Results.Problem("The format is fashionai, csv or json.", statusCode: StatusCodes.Status400BadRequest),
        };
    }

    private static IResult Table(string name, IEnumerable<IEnumerable<string>> rows) => Results.Stream(
        async stream =>
        {
            await using var table = new TableWriter(stream, leaveOpen: true);
            foreach (var row in rows)
            {
                await table.WriteAsync(row);
            }
        },
        "text/csv; charset=utf-8", name);

    private static IResult Lines(string type, string name, IEnumerable<string> lines) => Results.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, leaveOpen: true);
            foreach (var line in lines)
            {
                await writer.WriteAsync(line);
            }
        },
        type, name);
}
