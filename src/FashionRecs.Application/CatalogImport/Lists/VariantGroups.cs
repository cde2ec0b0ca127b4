namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Puts rows of one product together: one product per colour, with its sizes, however many rows a shop has for them.</summary>
internal static class VariantGroups
{
    private const int MostRows = 2_500;
    private const int MostSizes = 60;

    /// <summary>Rows that follow each other and have the same <see cref="ListEntry.VariantOf"/>; every other row alone.</summary>
    public static IEnumerable<IReadOnlyList<ListEntry>> Groups(IEnumerable<ListEntry> entries)
    {
        var group = new List<ListEntry>();
        foreach (var entry in entries)
        {
            if (group.Count > 0 && (group[^1].VariantOf.Length == 0 || group[^1].VariantOf != entry.VariantOf || group.Count == MostRows))
            {
                yield return group;
                group = [];
            }

            group.Add(entry);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    /// <summary>The products of a group: one per colour, in the order of the list; rows that cannot be used stand alone.</summary>
    public static IEnumerable<ListedProduct> Products(IReadOnlyList<ListEntry> group)
    {
        if (group is [{ VariantOf: "", Kind: ListEntryKind.Product } single])
        {
            yield return Alone(single);
            yield break;
        }

        foreach (var refused in group.Where(entry => entry is { Refused: not null, Kind: ListEntryKind.Product }))
        {
            yield return Alone(refused);
        }

        ListEntry[] usable = [.. group.Where(entry => entry.Refused is null)];
        if (usable.Length == 0)
        {
            if (group.All(entry => entry.Kind != ListEntryKind.Product))
            {
                yield return Alone(group[0]);
            }

            yield break;
        }

        var parent = Array.Find(usable, entry => entry.Kind == ListEntryKind.Parent);
        ListEntry[] variants = [.. usable.Where(entry => entry.Kind == ListEntryKind.Product)];
        string[] shared = [.. usable.Where(entry => entry.Kind != ListEntryKind.Product).SelectMany(entry => entry.MorePictures)];
        if (variants.Length == 0)
        {
            yield return parent is null
                ? Alone(usable[0] with { Refused = "it names a picture of a product that does not stand before it" })
                : Alone(parent with { MorePictures = shared });
            yield break;
        }

        foreach (var colour in variants.GroupBy(entry => PlainColour(entry.Colour), StringComparer.Ordinal))
        {
            yield return Product([.. colour], parent, shared);
        }
    }

    private static ListedProduct Product(ListEntry[] rows, ListEntry? parent, string[] shared)
    {
        var first = rows[0];
        foreach (var other in rows.Skip(1))
        {
            first = first.Inherit(other with { Size = "" });
        }

        if (parent is not null)
        {
            first = first.Inherit(parent) with { Name = parent.Name.Length > 0 ? parent.Name : first.Name };
        }

        var colour = PlainColour(rows[0].Colour);
        first = first with { Product = colour.Length == 0 ? first.VariantOf : $"{first.VariantOf}-{colour}" };
        first = first with { Availability = ListedAvailability.OfAll(rows.Select(row => row.Availability)) is { Length: > 0 } own
            ? own : ListedAvailability.Read(parent?.Availability ?? "") };
        // Sizes that are sold out are no sizes to choose from, unless all are.
        var had = rows.Where(row => ListedAvailability.Read(row.Availability) != Domain.Catalog.Availability.OutOfStock).ToArray();
        string[] sizes = [.. (had.Length > 0 ? had : rows).SelectMany(row => row.Size.Split([',', '|'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostSizes)];
        string[] pictures =
        [
            .. rows.Select(row => row.Image).Concat(rows.SelectMany(row => row.MorePictures)).Concat(shared)
                .Where(picture => picture.Length > 0 && picture != first.Image).Distinct(StringComparer.Ordinal),
        ];
        int[] lines = [.. rows.Select(row => row.Line).Where(line => line != first.Line).Distinct()];
        return new ListedProduct(first, lines, sizes, pictures,
            rows.Select(row => row.Price).Where(price => price.Length > 0).Distinct(StringComparer.Ordinal).Count() > 1);
    }

    private static ListedProduct Alone(ListEntry entry) => new(
        entry, [], entry.Size.Length > 0 ? [entry.Size] : [], entry.MorePictures, PricesDiffer: false);

    /// <summary>A colour as a part of an id: small letters and digits, with hyphens between.</summary>
    private static string PlainColour(string colour) =>
        string.Join('-', ListHeadings.Plain(colour).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
