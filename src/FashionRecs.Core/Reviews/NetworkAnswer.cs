using FashionRecs.Core.Attributes;

namespace FashionRecs.Core.Reviews;

/// <summary>The one value the network would answer with.</summary>
public static class NetworkAnswer
{
    /// <summary>The likeliest visible value where the picture rather shows the attribute (1 − P(Invisible) ≥ 0.5), else the invisible one.</summary>
    public static AttributeValue Of(GarmentAttribute attribute, IReadOnlyList<float> probabilities) =>
        1 - probabilities[attribute.Invisible.Position] < 0.5f
            ? attribute.Invisible
            : attribute.VisibleValues.MaxBy(value => probabilities[value.Position])!;
}
