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
        // In passes over what is there, without a row for each pair: the count follows a person's typing.
        var asked = attributes.Select(attribute => attribute.Position).ToHashSet();
        var room = asked.DefaultIfEmpty(0).Max() + 1;
        var (known, spoken, tags, annotations) = (new int[room], new int[room], 0, 0);
        for (var number = 1; number <= entries.Count; number++)
        {
            var item = entries[number - 1].Place.Item;
            foreach (var tag in item.Reviewed)
            {
                annotations += IsFirst(tag.Attribute, spoken, number) ? 1 : 0;
                tags += IsFirst(tag.Attribute, known, number) ? 1 : 0;
            }

            foreach (var said in item.Predicted?.Attributes ?? [])
            {
                tags += IsFirst(said.Attribute, known, number) ? 1 : 0;
            }
        }

        return new(entries.Count, tags, annotations);

        bool IsFirst(GarmentAttribute attribute, int[] seen, int number)
        {
            var position = attribute.Position;
            if (!asked.Contains(position) || seen[position] == number)
            {
                return false;
            }

            seen[position] = number;
            return true;
        }
    }

    /// <summary>Every attribute of every product.</summary>
    public static IEnumerable<ExportRow> Rows(IEnumerable<QueueEntry> entries, IReadOnlyList<GarmentAttribute> attributes) =>
        entries.SelectMany(entry => attributes.Select(attribute => new ExportRow(entry, attribute)));
}
