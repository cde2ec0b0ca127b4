using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Explanations;

/// <summary>What can truly be said of evidence. Immutable.</summary>
/// <param name="Term">The part that it speaks of (<see cref="EvidencePart.Term"/>).</param>
/// <param name="Words">What is said, to stand before "because of its V-neckline", such as "often chosen with".</param>
/// <param name="Chosen">The product of the shopper that the words end with; null where they name none.</param>
public sealed record EvidenceReason(string Term, string Words, CatalogItem? Chosen)
{
    /// <summary>The same on the page of the named product, which needs no name there.</summary>
    public EvidenceReason OnPageOf(string product) =>
        Chosen?.Product.Id == product ? this with { Words = $"{Words} this one", Chosen = null } : this;
}
