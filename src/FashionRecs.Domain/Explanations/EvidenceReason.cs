using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Explanations;

/// <summary>What can truly be said of evidence. Immutable.</summary>
/// <param name="Term">The part that it speaks of (<see cref="EvidencePart.Term"/>).</param>
/// <param name="Template">What is said, to stand before "because of its V-neckline", such as "often chosen with"; "{0}" stands for what
/// is measured or seen.</param>
/// <param name="Chosen">The product of the shopper that the words end with; null where they name none.</param>
public sealed record EvidenceReason(string Term, string Template, CatalogItem? Chosen)
{
    /// <summary>How many, where the template has a gap for it; else null.</summary>
    public int? Count { get; init; }

    /// <summary>The value that is seen, where the template has a gap for it; else null.</summary>
    public AttributeValue? Value { get; init; }

    /// <summary>What is said, in English.</summary>
    public string Words => string.Format(CultureInfo.InvariantCulture, Template, Value is null ? Count : Value.Phrase);

    /// <summary>The same on the page of the named product, which needs no name there.</summary>
    public EvidenceReason OnPageOf(string product) =>
        Chosen?.Product.Id == product ? this with { Template = $"{Template} this one", Chosen = null } : this;
}
