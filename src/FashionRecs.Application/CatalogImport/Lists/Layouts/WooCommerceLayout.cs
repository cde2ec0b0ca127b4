using System.Globalization;

namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>WooCommerce's product export: a "variable" row, and behind it a row per "variation", which names it as its parent.</summary>
internal sealed class WooCommerceLayout : IProductListLayout
{
    private const int MostAttributes = 10;

    /// <inheritdoc/>
    public string Name => "WooCommerce product export";

    /// <inheritdoc/>
    public IReadOnlyDictionary<ListField, string[]> Headings { get; } = new Dictionary<ListField, string[]>
    {
        [ListField.Product] = ["sku", "artikelnummer", "id"],
        [ListField.Image] = ["images", "bilder"],
        [ListField.Name] = ["name"],
        [ListField.Type] = ["categories", "kategorien"],
        [ListField.Price] = ["regular price", "regulärer preis"],
        [ListField.Description] = ["description", "short description", "beschreibung", "kurzbeschreibung"],
        [ListField.Link] = ["external url", "externe url"],
        [ListField.Availability] = ["in stock", "auf lager"],
        [ListField.VariantOf] = ["parent", "übergeordnetes produkt"],
    };

    /// <inheritdoc/>
    public bool Recognizes(IReadOnlySet<string> headings) =>
        (headings.Contains("type") && headings.Contains("sku") && headings.Contains("images") && headings.Contains("regular price"))
        || (headings.Contains("typ") && headings.Contains("artikelnummer") && headings.Contains("bilder")
            && headings.Contains("regulärer preis"));

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns) => rows.Select(row =>
    {
        var (entry, type, id) = (columns.Entry(row), Either(row, columns, "type", "typ").ToLowerInvariant(), columns.Text(row, "id"));
        var isVariation = type.Contains("variation", StringComparison.Ordinal);
        var isVariable = type.Contains("variable", StringComparison.Ordinal);
        var own = entry.Product.Length > 0 ? entry.Product : id.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"id:{id}") : "";
        var pictures = ListColumns.Parts(entry.Image);
        return entry with
        {
            Kind = isVariable ? ListEntryKind.Parent : ListEntryKind.Product,
            Product = entry.Product.Length > 0 ? entry.Product : id,
            VariantOf = isVariation ? entry.VariantOf : isVariable ? own : "",
            Image = pictures is [var first, ..] ? first : "",
            MorePictures = [.. pictures.Skip(1)],
            Type = CategoryPath.Last(entry.Type),
            Colour = isVariable ? "" : Attribute(row, columns, VariantOptions.IsColour) is { Length: > 0 } colour ? colour : entry.Colour,
            Size = isVariable ? "" : Attribute(row, columns, VariantOptions.IsSize),
            Refused = entry.Refused ?? (Either(row, columns, "published", "veröffentlicht") is "0" or "-1"
                ? "it is not published in WooCommerce" : null),
        };
    });

    private static string Attribute(ListRow row, ListColumns columns, Func<string, bool> means) => Enumerable.Range(1, MostAttributes)
        .Where(number => means(Either(row, columns, $"attribute {number} name", $"attribut {number} name")))
        .Select(number => Either(row, columns, $"attribute {number} value s", $"attribut {number} wert e")).FirstOrDefault() ?? "";

    /// <summary>The exporter's headings are in the language of the shop's administration.</summary>
    private static string Either(ListRow row, ListColumns columns, string english, string german) =>
        columns.Text(row, english) is { Length: > 0 } text ? text : columns.Text(row, german);
}
