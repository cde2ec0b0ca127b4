using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Localization.Truth;

namespace FashionRecs.Training.Audit;

/// <summary>A labelled picture as the shop would sell it.</summary>
/// <param name="Item">The product with its readings.</param>
/// <param name="Path">The picture's file.</param>
/// <param name="Letters">What people said of every value of the vocabulary.</param>
/// <param name="Regions">Where its parts truly are, as far as that is known.</param>
public sealed record AuditedPicture(CatalogItem Item, string Path, LabelLetter[] Letters, IReadOnlyList<TrueRegion> Regions)
{
    /// <summary>The best letter among values: <c>y</c> before <c>m</c> before <c>n</c>; unknown where the attribute has no label.</summary>
    public LabelLetter LetterOf(IEnumerable<AttributeValue> values) => values.Max(value => Letters[value.Index]);
}
