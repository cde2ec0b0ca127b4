namespace FashionRecs.Application.CatalogImport.Lists.Layouts;

/// <summary>
/// Whose list it is: what its columns mean, and how its rows make products. Adding one is adding a class: it is found by itself
/// (<see cref="ProductListLayouts"/>).
/// </summary>
public interface IProductListLayout
{
    /// <summary>What people call it, for example "Shopify product export".</summary>
    string Name { get; }

    /// <summary>Whether a list is of this kind. At most one layout says so; where none does, the list is a plain one.</summary>
    /// <param name="headings">Its headings in the form of <see cref="ListHeadings.Plain"/>.</param>
    bool Recognizes(IReadOnlySet<string> headings);

    /// <summary>The headings of each field in that form, the likeliest first.</summary>
    IReadOnlyDictionary<ListField, string[]> Headings { get; }

    /// <summary>What the rows say, one by one.</summary>
    /// <param name="rows">The rows behind the header.</param>
    /// <param name="columns">Which column holds what.</param>
    IEnumerable<ListEntry> Entries(IEnumerable<ListRow> rows, ListColumns columns);
}
