namespace FashionRecs.Application.CatalogImport;

/// <summary>A file of an import that has been judged by its name, but not yet by its bytes.</summary>
/// <param name="Name">Path inside the folder or archive, with forward slashes.</param>
/// <param name="ReadAsync">Reads the bytes.</param>
/// <param name="Refused">Why it cannot be used, or null.</param>
public sealed record CatalogImportFile(string Name, Func<CancellationToken, Task<byte[]>> ReadAsync, string? Refused = null)
{
    /// <summary>A file that cannot be used.</summary>
    public static CatalogImportFile No(string name, string reason) => new(name, _ => throw new InvalidDataException(reason), reason);

    /// <summary>Copies the bytes of a file that may be larger than a picture; null where <see cref="ReadAsync"/> does.</summary>
    public Func<Stream, CancellationToken, Task>? CopyAsync { get; init; }

    /// <summary>What computers leave behind in folders and nobody means to hand in.</summary>
    public static bool IsLitter(string name) =>
        name.Split('/').Contains("__MACOSX", StringComparer.OrdinalIgnoreCase)
        || Path.GetFileName(name) is ['.', ..] or ['~', '$', ..] or ""
        || Path.GetFileName(name).ToLowerInvariant() is "thumbs.db" or "desktop.ini" or "ehthumbs.db" or "icon\r";
}
