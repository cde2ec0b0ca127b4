namespace FashionRecs.Storage.Catalog;

/// <summary>One entry in the history of a product. Append-only.</summary>
public sealed class ProductChangeRow
{
    public long Sequence { get; set; }

    /// <summary>The step it belongs to; an import's is the import's own id.</summary>
    public Guid Act { get; set; }
    public required string ProductId { get; set; }
    public long AtMilliseconds { get; set; }
    public required string Person { get; set; }

    /// <summary>Name of the <see cref="Application.Catalog.Editing.ProductChangeKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What became of which field (<see cref="ProductChangeText"/>); empty for none.</summary>
    public required string Fields { get; set; }

    /// <summary>Why, or what else it did, in a sentence, or null.</summary>
    public string? Note { get; set; }
}
