namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>The file that a list means by what it says, or why none is it.</summary>
/// <param name="File">The file; null where none is it.</param>
/// <param name="Refused">A sentence where there is no file; else null.</param>
public sealed record PictureMatch(CatalogImportFile? File, string? Refused);
