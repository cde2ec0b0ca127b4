namespace FashionRecs.Storage.CatalogImport;

/// <summary>One import of products: a list or a heap of pictures on its way into the shop.</summary>
public sealed class CatalogImportRow
{
    public Guid Id { get; set; }

    /// <summary>What people recognise it by: the name of the file.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of what was handed in, so that handing it in twice is noticed.</summary>
    public string? Content { get; set; }
    public required string Person { get; set; }

    /// <summary>Name of the <see cref="Application.CatalogImport.CatalogImportState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it stands still, in a sentence, or null.</summary>
    public string? Trouble { get; set; }
    public long AtMilliseconds { get; set; }
    public long? EndedMilliseconds { get; set; }
}

/// <summary>One product or file of an import.</summary>
public sealed class CatalogImportItemRow
{
    public Guid ImportId { get; set; }
    public int Position { get; set; }

    /// <summary>The file or the row it comes from.</summary>
    public required string Source { get; set; }

    /// <summary>Name of the <see cref="Application.CatalogImport.CatalogImportOutcome"/>.</summary>
    public required string Outcome { get; set; }

    /// <summary>Why it was refused, in a sentence, or null.</summary>
    public string? Reason { get; set; }
    public string? ProductId { get; set; }

    /// <summary>What the list says, as JSON; null for refused ones.</summary>
    public string? Facts { get; set; }

    /// <summary>The kept picture's name; null for refused ones.</summary>
    public string? Picture { get; set; }
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>The network's reading once there is one, and the fingerprint of its weights.</summary>
    public byte[]? Tags { get; set; }
    public string? Fingerprint { get; set; }
}
