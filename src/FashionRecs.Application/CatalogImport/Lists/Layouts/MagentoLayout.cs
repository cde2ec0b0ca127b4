namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>
/// Magento's (Adobe Commerce's) product export: simple products that cannot be bought by themselves come before the configurable product
/// that names them. Rows of further store views are translations, which are passed over.
/// </summary>
internal sealed class MagentoLayout : IProductListLayout
{
    /// <summary>Simple products that wait for their configurable one; an export has them close by.</summary>
    private const int MostWaiting = 10_000;

    /// <inheritdoc/>
    public string Name => "Magento product export";

    /// <inheritdoc/>
    public IReadOnlyDictionary<ListField, string[]> Headings { get; } = new Dictionary<ListField, string[]>
    {
        [ListField.Product] = ["sku"],
        [ListField.Image] = ["base image", "image", "small image"],
        [ListField.Name] = ["name"],
        [ListField.Type] = ["categories"],
        [ListField.Colour] = ["color", "colour"],
        [ListField.Price] = ["price"],
        [ListField.Description] = ["description", "short description"],
        [ListField.Size] = ["size"],
        [ListField.MorePictures] = ["additional images"],
        [ListField.Availability] = ["is in stock"],
    };

    /// <inheritdoc/>
    public bool Recognizes(IReadOnlySet<string> headings) =>
        headings.Contains("sku") && headings.Contains("product type")
        && (headings.Contains("base image") || headings.Contains("attribute set code"));

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns)
    {
        var waiting = new Dictionary<string, ListEntry>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (columns.Text(row, "store view code").Length > 0)
            {
                continue;
            }

            var entry = columns.Entry(row);
            var more = Pairs(columns.Text(row, "additional attributes"), ',');
            entry = entry with
            {
                Type = CategoryPath.Last(entry.Type), Colour = Or(entry.Colour, Find(more, VariantOptions.IsColour)),
                Size = Or(entry.Size, Find(more, VariantOptions.IsSize)),
                Refused = entry.Refused ?? (columns.Text(row, "product online") == "2" ? "it is disabled in Magento" : null),
            };
            if (columns.Text(row, "product type").Equals("configurable", StringComparison.OrdinalIgnoreCase))
            {
                yield return entry with { Kind = ListEntryKind.Parent, VariantOf = entry.Product, Colour = "", Size = "" };
                foreach (var variation in columns.Text(row, "configurable variations").Split('|', StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => Pairs(one, ',')))
                {
                    var simple = variation.GetValueOrDefault("sku") is { } sku && waiting.Remove(sku, out var found)
                        ? found : new ListEntry(entry.Line)
                    {
                        Product = entry.Product,
                    };
                    // The configurable product's own name and picture are what the shop shows.
                    yield return simple with
                    {
                        VariantOf = entry.Product, Name = entry.Name, Colour = Or(Find(variation, VariantOptions.IsColour), simple.Colour),
                        Size = Or(Find(variation, VariantOptions.IsSize), simple.Size),
                    };
                }
            }
            else if (columns.Text(row, "visibility").StartsWith("Not Visible", StringComparison.OrdinalIgnoreCase))
            {
                if (waiting.Count >= MostWaiting || !waiting.TryAdd(entry.Product, entry))
                {
                    yield return Alone(entry);
                }
            }
            else
            {
                yield return entry;
            }
        }

        foreach (var entry in waiting.Values)
        {
            yield return Alone(entry);
        }
    }

    private static ListEntry Alone(ListEntry entry) => entry with
    {
        Refused = entry.Refused ?? "it is not visible by itself, and no configurable product names it",
    };

    private static string Or(string first, string second) => first.Length > 0 ? first : second;

    private static string Find(Dictionary<string, string> pairs, Func<string, bool> means) =>
        pairs.FirstOrDefault(pair => means(pair.Key)).Value ?? "";

    private static Dictionary<string, string> Pairs(string text, char separator)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                pairs.TryAdd(part[..at], part[(at + 1)..].Trim('"'));
            }
        }

        return pairs;
    }
}
