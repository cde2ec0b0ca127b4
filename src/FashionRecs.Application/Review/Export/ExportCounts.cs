using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Review.Export;

/// <summary>How much an export would hold.</summary>
/// <param name="Products">Products that pass the filter.</param>
/// <param name="Tags">Rows with one for each attribute of each product: those of which anything is known.</param>
/// <param name="Annotations">Rows of FashionAI annotations: those that people spoke on.</param>
public sealed record ExportCounts(int Products, int Tags, int Annotations)
{
    /// <summary>Counts what the entries of a filter give.</summary>
    public static ExportCounts Of(IReadOnlyList<QueueEntry> entries, IReadOnlyList<GarmentAttribute> attributes)
    {
        var (tags, annotations) = (0, 0);
        foreach (var row in Rows(entries, attributes))
        {
            tags += row.HasAnything ? 1 : 0;
            annotations += row.Final is not null ? 1 : 0;
        }

        return new(entries.Count, tags, annotations);
    }

    /// <summary>Every attribute of every product.</summary>
    public static IEnumerable<ExportRow> Rows(IReadOnlyList<QueueEntry> entries, IReadOnlyList<GarmentAttribute> attributes) =>
        entries.SelectMany(entry => attributes.Select(attribute => new ExportRow(entry, attribute)));
}
