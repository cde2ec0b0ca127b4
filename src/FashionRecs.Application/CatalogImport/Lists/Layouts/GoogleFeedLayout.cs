namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>A feed for Google Merchant Center, as text or XML: one row per size and colour, held together by item_group_id.</summary>
internal sealed class GoogleFeedLayout : IProductListLayout
{
    /// <inheritdoc/>
    public string Name => "Google Merchant Center feed";

    /// <inheritdoc/>
    public IReadOnlyDictionary<ListField, string[]> Headings { get; } = new Dictionary<ListField, string[]>
    {
        [ListField.Product] = ["id"],
        [ListField.Image] = ["image link"],
        [ListField.Name] = ["title"],
        [ListField.Type] = ["product type", "google product category"],
        [ListField.Colour] = ["color", "colour"],
        [ListField.Pattern] = ["pattern"],
        [ListField.Price] = ["price"],
        [ListField.Description] = ["description"],
        [ListField.Size] = ["size"],
        [ListField.VariantOf] = ["item group id"],
        [ListField.MorePictures] = ["additional image link"],
        [ListField.Link] = ["link"],
        [ListField.Availability] = ["availability"],
    };

    /// <inheritdoc/>
    public bool Recognizes(IReadOnlySet<string> headings) => headings.Contains("id") && headings.Contains("image link");

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns) => rows.Select(row =>
    {
        var entry = columns.Entry(row);
        return entry with { Type = CategoryPath.Last(entry.Type) };
    });
}
