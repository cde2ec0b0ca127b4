using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Projection;

/// <summary>What the network says of one attribute of one picture.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Probabilities">One probability in [0, 1] per value of the attribute, in the vocabulary's order.</param>
/// <param name="Region">Where it shows the top visible value, or null where <see cref="Visible"/> is below
/// <see cref="Visibility.Shown"/>.</param>
public sealed record ProjectedAttribute(GarmentAttribute Attribute, IReadOnlyList<float> Probabilities, PartRegion? Region = null)
{
    /// <summary>
    /// The region of the top visible value's family, from the sum of the family's maps; null where it has none, and in readings from before
    /// such regions.
    /// </summary>
    public FamilyRegion? FamilyRegion { get; init; }

    /// <summary>The likeliest value that is not the invisible one.</summary>
    public AttributeValue Top => Attribute.VisibleValues.MaxBy(value => Probabilities[value.Position])!;

    /// <summary>1 − P(Invisible): how likely the picture shows this attribute at all.</summary>
    public float Visible => 1 - Probabilities[Attribute.Invisible.Position];
}
