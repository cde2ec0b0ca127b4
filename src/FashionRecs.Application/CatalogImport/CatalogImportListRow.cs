using FashionRecs.Application.Catalog;

namespace FashionRecs.Application.CatalogImport;

/// <summary>One row of a list of products.</summary>
/// <param name="Line">One-based line in the file.</param>
/// <param name="Image">The picture's path inside the folder of pictures.</param>
/// <param name="Facts">What the row says.</param>
/// <param name="Refused">Why the row cannot be used, or null.</param>
public sealed record CatalogImportListRow(int Line, string Image, ProductFacts Facts, string? Refused);
