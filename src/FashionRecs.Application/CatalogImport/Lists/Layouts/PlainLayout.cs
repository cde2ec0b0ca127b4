namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>A list of whoever: one row per product, found by the headings that people commonly use.</summary>
internal sealed class PlainLayout : IProductListLayout
{
    /// <inheritdoc/>
    public string Name => "list";

    /// <inheritdoc/>
    public IReadOnlyDictionary<ListField, string[]> Headings => ListHeadings.Common;

    /// <inheritdoc/>
    public bool Recognizes(IReadOnlySet<string> headings) => true;

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns) => rows.Select(columns.Entry);
}
