using System.Globalization;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>
/// Shopify's product export: rows of one handle are one product. The first says everything, the next add variants by up to three options,
/// and rows without a variant add pictures.
/// </summary>
internal sealed class ShopifyLayout : IProductListLayout
{
    private const int MostOptions = 3;

    /// <inheritdoc/>
    public string Name => "Shopify product export";

    /// <inheritdoc/>
    public IReadOnlyDictionary<ListField, string[]> Headings { get; } = new Dictionary<ListField, string[]>
    {
        [ListField.Product] = ["handle", "url handle"],
        [ListField.Image] = ["image src", "product image url"],
        [ListField.Name] = ["title"],
        [ListField.Type] = ["type", "custom product type", "product category"],
        [ListField.Colour] = ["color", "colour", "color product metafields shopify color pattern"],
        [ListField.Price] = ["variant price", "price"],
        [ListField.Description] = ["body html", "description"],
    };

    /// <inheritdoc/>
    public bool Recognizes(IReadOnlySet<string> headings) =>
        (headings.Contains("handle") || headings.Contains("url handle")) && headings.Contains("title")
        && (headings.Contains("image src") || headings.Contains("product image url") || headings.Contains("variant price"));

    /// <summary>
    /// What is not counted can be had; what is counted, while there is some, or where it may be sold nevertheless. Empty where the export
    /// has no counts.
    /// </summary>
    private static string Stock(ListRow row, ListColumns columns) =>
        !int.TryParse(Either(row, columns, "variant inventory qty", "inventory quantity"), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var count)
            ? ""
        : count > 0 || Either(row, columns, "variant inventory tracker", "inventory tracker").Length == 0 ? Availability.InStock
        : Either(row, columns, "variant inventory policy", "continue selling when out of stock")
            .Equals("continue", StringComparison.OrdinalIgnoreCase) ? Availability.Backorder
        : Availability.OutOfStock;

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns)
    {
        var (handle, options, draft) = ("", new string[MostOptions], (string?)null);
        foreach (var row in rows)
        {
            var entry = columns.Entry(row);
            var isFirst = entry.Product.Length == 0 || entry.Product != handle;
            if (isFirst)
            {
                handle = entry.Product;
                for (var option = 0; option < MostOptions; option++)
                {
                    options[option] = columns.Text(row, $"option{option + 1} name");
                }

                draft = columns.Text(row, "status") is { Length: > 0 } status
                    && !status.Equals("active", StringComparison.OrdinalIgnoreCase) ? $"its status in Shopify is '{status}'"
                    : Either(row, columns, "published", "published on online store").Equals("false", StringComparison.OrdinalIgnoreCase)
                        ? "it is not published in Shopify"
                    : null;
            }

            string Value(Func<string, bool> means) => Enumerable.Range(0, MostOptions)
                .Where(option => means(options[option])).Select(option => columns.Text(row, $"option{option + 1} value")).FirstOrDefault()
                ?? "";
            var type = entry.Type.Length > 0 ? entry.Type : columns.Text(row, "product category");
            entry = entry with
            {
                VariantOf = handle, Refused = entry.Refused ?? draft,
                Type = type.Contains(" > ", StringComparison.Ordinal) ? CategoryPath.Last(type) : type,
            };
            var own = Value(VariantOptions.IsColour);
            var variant = entry with
            {
                Colour = own.Length > 0 ? own : entry.Colour, Size = Value(VariantOptions.IsSize),
                Image = Either(row, columns, "variant image", "variant image url"), MorePictures = [], Availability = Stock(row, columns),
            };
            if (isFirst)
            {
                yield return entry with { Kind = ListEntryKind.Parent, Colour = variant.Colour };
                yield return variant;
            }
            else if (entry.Image.Length > 0 && entry.Name.Length == 0 && entry.Price.Length == 0
                && columns.Text(row, "option1 value").Length == 0)
            {
                yield return entry with { Kind = ListEntryKind.Pictures, MorePictures = [entry.Image], Image = "" };
            }
            else
            {
                yield return variant with { MorePictures = entry.Image.Length > 0 ? [entry.Image] : [] };
            }
        }
    }

    /// <summary>Shopify has renamed its columns; both kinds of exports are about.</summary>
    private static string Either(ListRow row, ListColumns columns, string older, string newer) =>
        columns.Text(row, older) is { Length: > 0 } text ? text : columns.Text(row, newer);
}
