using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Reviews;

/// <summary>A reviewed picture after it has passed the trunk.</summary>
/// <param name="Id">Of the product.</param>
/// <param name="Features">Its pooled features (features).</param>
/// <param name="Letters">One letter per value; attributes without a <c>y</c> are left out.</param>
/// <param name="Weights">Per attribute how much the review counts, in [0, 1].</param>
internal sealed record TuningExample(string Id, float[] Features, LabelLetter[] Letters, IReadOnlyList<float> Weights)
{
    /// <summary>Whether people named a value of the attribute.</summary>
    public bool Has(GarmentAttribute attribute) => Letters.AsSpan(attribute.Start, attribute.Values.Count).Contains(LabelLetter.Yes);

    /// <summary>Whether somebody looked at the attribute by itself.</summary>
    public bool Measures(GarmentAttribute attribute) => Has(attribute) && Weights[attribute.Position] >= 1;
}
