namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>One row of a list as it stands in the file.</summary>
/// <param name="Line">One-based line, or row of a sheet, or place of the entry in a feed.</param>
/// <param name="Fields">Its fields; as many as there are headings, or what the file has instead.</param>
public sealed record ListRow(int Line, IReadOnlyList<string> Fields);
