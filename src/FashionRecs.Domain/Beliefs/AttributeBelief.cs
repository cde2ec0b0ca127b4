using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Beliefs;

/// <summary>
/// What is believed of one attribute of a picture: a distribution over values that exclude each other, "the picture does not show it" among
/// them. Immutable.
/// </summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Probabilities">One probability per value in the vocabulary's order, each in [0, 1], together 1.</param>
public sealed record AttributeBelief(GarmentAttribute Attribute, IReadOnlyList<float> Probabilities)
{
    /// <summary>The likeliest value that a picture can show.</summary>
    public AttributeValue Top { get; } = Attribute.VisibleValues.MaxBy(value => Probabilities[value.Position])!;

    /// <summary>How likely the picture shows the attribute at all, in [0, 1].</summary>
    public float Visible => 1 - Probabilities[Attribute.Invisible.Position];

    /// <summary>P(value), in [0, 1].</summary>
    public float this[AttributeValue value] => Probabilities[value.Position];

    /// <summary>P(one of the family's values), in [0, 1]: their sum, since they exclude each other.</summary>
    public float this[ValueFamily family] => family.Values.Sum(value => Probabilities[value.Position]);
}
