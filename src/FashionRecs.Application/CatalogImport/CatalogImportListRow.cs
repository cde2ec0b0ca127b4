using FashionRecs.Application.Catalog;

namespace FashionRecs.Application.CatalogImport;

/// <summary>One product of a list.</summary>
/// <param name="Line">One-based line in the file, of several the first.</param>
/// <param name="Image">The picture's name, path or address, as the list says it.</param>
/// <param name="Facts">What the list says.</param>
/// <param name="Refused">Why it cannot be used, or null.</param>
public sealed record CatalogImportListRow(int Line, string Image, ProductFacts Facts, string? Refused)
{
    /// <summary>Further pictures, as the list names them.</summary>
    public IReadOnlyList<string> MorePictures { get; init; } = [];

    /// <summary>What a person should know of it although it is taken, or null.</summary>
    public string? Note { get; init; }
}
