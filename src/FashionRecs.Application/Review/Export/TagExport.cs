using System.Text.Encodings.Web;
using System.Text.Json;
using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tables;

namespace FashionRecs.Application.Review.Export;

/// <summary>Writes tags of a queue's products as FashionAI annotations, CSV or JSON.</summary>
public static class TagExport
{
    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all rows.</summary>
    /// <param name="target">Where to; stays open.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="entries">The products.</param>
    /// <param name="attributes">Attributes to write.</param>
    /// <param name="progress">Told how many products are written.</param>
    /// <param name="cancellation">Stops between products.</param>
    public static async Task WriteAsync(Stream target, ExportShape shape, IReadOnlyList<QueueEntry> entries,
        IReadOnlyList<GarmentAttribute> attributes, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        var (names, rows) = Rows(shape, Told(entries, progress, cancellation), attributes);
        if (shape.Format == "json")
        {
            await using var writer = new StreamWriter(target, leaveOpen: true);
            foreach (var row in rows)
            {
                var told = names.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
                await writer.WriteAsync(JsonSerializer.Serialize(told, Readable) + "\n");
            }

            return;
        }

        await using var table = new TableWriter(target, leaveOpen: true);
        foreach (var row in shape.Format == "fashionai" ? rows : rows.Prepend(names))
        {
            await table.WriteAsync(row);
        }
    }

    private static IEnumerable<QueueEntry> Told(IReadOnlyList<QueueEntry> entries, Action<int>? progress, CancellationToken cancellation)
    {
        for (var at = 0; at < entries.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entries[at];
            progress?.Invoke(at + 1);
        }
    }

    private static (string[] Names, IEnumerable<IEnumerable<string>> Rows) Rows(
        ExportShape shape, IEnumerable<QueueEntry> entries, IReadOnlyList<GarmentAttribute> attributes)
    {
        var tags = ExportCounts.Rows(entries, attributes);
        if (shape.Format == "fashionai")
        {
            // The folder that the pictures really lie in, so that training finds them with the database's folder as --images.
            return ([], tags.Where(row => row.Final is not null).Select(row => (string[])[
                $"pictures/{row.Item.Product.Picture[..2]}/{row.Item.Product.Picture}", $"{row.Attribute.Code}_labels",
                TagMarks.Write(row.Final!.Marks),
            ]));
        }

        if (shape.IsWide)
        {
            ProductColumn[] wide = [.. ProductColumn.Facts.Where(known => shape.Has(known.Name)), .. ProductColumn.Tags(attributes)];
            return ([.. wide.Select(known => known.Name)], entries.Select(entry => wide.Select(known => known.Text(entry))));
        }

        ExportColumn[] columns = [.. ExportColumn.All.Where(known => shape.Has(known.Name))];
        return ([.. columns.Select(known => known.Name)],
            tags.Where(row => row.HasAnything).Select(row => columns.Select(known => known.Text(row))));
    }
}
