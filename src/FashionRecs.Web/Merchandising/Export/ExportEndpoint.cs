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

    private static async Task<IResult> GetAsync(HttpContext context, string? format, string? rows, string[]? column, ReviewQueue queue,
        AttributeVocabulary vocabulary)
    {
        var (filter, trouble) = ReviewAddress.Judge(new Uri($"http://localhost/{context.Request.QueryString}"), vocabulary);
        if (trouble is not null)
        {
            return Results.Problem(trouble, statusCode: StatusCodes.Status400BadRequest);
        }

        var entries = await queue.FindInEffectAsync(filter, Reviewer.NameOf(context.User), context.RequestAborted);
        IReadOnlyList<GarmentAttribute> attributes = filter.Attribute is { } one ? [one] : vocabulary.Attributes;
        if (rows is not (null or "" or "attribute" or "product"))
        {
            return Results.Problem("There is one row for each product or for each attribute.", statusCode: StatusCodes.Status400BadRequest);
        }

        var isWide = rows == "product";
        bool IsChosen(string name) => column is not { Length: > 0 } || column.Contains(name);
        ProductColumn[] wide = [.. ProductColumn.Facts.Where(known => IsChosen(known.Name)), .. ProductColumn.Tags(attributes)];
        var columns = ExportColumn.All.Where(known => IsChosen(known.Name)).ToArray();
        var tags = ExportCounts.Rows(entries, attributes);
        return format switch
        {
            "csv" when isWide => Table("products.csv",
                entries.Select(entry => wide.Select(known => known.Text(entry))).Prepend(wide.Select(known => known.Name))),
            "json" when isWide => Lines("products.jsonl",
                entries.Select(entry => wide.ToDictionary(known => known.Name, known => known.Text(entry)))),
            "csv" => Table("tags.csv", tags.Where(row => row.HasAnything)
                .Select(row => columns.Select(known => known.Text(row))).Prepend(columns.Select(known => known.Name))),
            "json" => Lines("tags.jsonl",
                tags.Where(row => row.HasAnything).Select(row => columns.ToDictionary(known => known.Name, known => known.Text(row)))),
            // The folder that the pictures really lie in, so that training finds them with the database's folder as --images.
            "fashionai" => Table("label.csv", tags.Where(row => row.Final is not null).Select(row => (IEnumerable<string>)[
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

    private static IResult Lines(string name, IEnumerable<Dictionary<string, string>> rows) => Results.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, leaveOpen: true);
            foreach (var row in rows)
            {
                await writer.WriteAsync(JsonSerializer.Serialize(row, Readable) + "\n");
            }
        },
        "application/x-ndjson; charset=utf-8", name);
}
