using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.CatalogImport;

/// <summary>One product or file of an import.</summary>
/// <param name="Import">The import it belongs to.</param>
/// <param name="Position">Zero-based place in the list or among the files.</param>
/// <param name="Source">The file or the row it comes from.</param>
/// <param name="Outcome">What the import does with it.</param>
public sealed record CatalogImportItem(Guid Import, int Position, string Source, CatalogImportOutcome Outcome)
{
    /// <summary>Why it was refused, or of one that is taken what a person should look at; in a sentence, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the product, or null for a file that belongs to none.</summary>
    public string? ProductId { get; init; }

    /// <summary>What the list says; null for refused ones.</summary>
    public ProductFacts? Facts { get; init; }

    /// <summary>The kept picture's name; null for refused ones.</summary>
    public string? Picture { get; init; }

    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; init; }

    /// <summary>The network's reading once there is one.</summary>
    public PredictedTags? Predicted { get; init; }

    /// <summary>Whether it brings a product into the shop, or changes one.</summary>
    public bool IsTaken => Outcome is CatalogImportOutcome.New or CatalogImportOutcome.Changed;

    /// <summary>The same, with one thing more that a person should look at.</summary>
    public CatalogImportItem Remark(string remark) => this with { Reason = Reason is null ? remark : $"{remark}; {Reason}" };

    /// <summary>The same, refused.</summary>
    public CatalogImportItem Refuse(string reason) => this with { Outcome = CatalogImportOutcome.Refused, Reason = reason };
}
