using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Catalog;

/// <summary>What the shop holds true of one attribute of a product: a person's word where there is one, else the network's.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Probabilities">One probability in [0, 1] per value, in the vocabulary's order; a person's <c>y</c>, <c>m</c>, <c>n</c> count 1, 0.5, 0.</param>
/// <param name="Box">The region that shows <see cref="Top"/>, or null where there is none.</param>
/// <param name="BoxShare">Share in [0, 1] of the evidence for <see cref="Top"/> that lies in the box; 0 without a box.</param>
/// <param name="Source">Who said it.</param>
public sealed record AttributeReading(
    GarmentAttribute Attribute, IReadOnlyList<float> Probabilities, PixelBox? Box, float BoxShare, TagSource Source)
{
    /// <summary>The likeliest value that is not the invisible one.</summary>
    public AttributeValue Top { get; } = TopOf(Attribute, Probabilities);

    /// <summary>1 − P(Invisible): how likely the picture shows this attribute at all.</summary>
    public float Visible => 1 - Probabilities[Attribute.Invisible.Position];

    /// <summary>The network's reading of an attribute.</summary>
    public static AttributeReading Of(ProjectedAttribute predicted) =>
        new(predicted.Attribute, predicted.Probabilities, predicted.Box, predicted.BoxShare, TagSource.Predicted);

    /// <summary>
    /// A person's reading. The network's box is kept only while it shows the very value the person chose:
    /// words and region must come from the same numbers.
    /// </summary>
    public static AttributeReading Of(ReviewedTag reviewed, ProjectedAttribute? predicted)
    {
        float[] probabilities = [.. reviewed.Marks.Select(mark => mark switch { TagMark.Is => 1f, TagMark.Maybe => 0.5f, _ => 0f })];
        var reading = new AttributeReading(reviewed.Attribute, probabilities, reviewed.Box, reviewed.BoxShare, TagSource.Reviewed);
        return reviewed.Box is null && predicted?.Top == reading.Top
            ? reading with { Box = predicted.Box, BoxShare = predicted.BoxShare }
            : reading;
    }

    private static AttributeValue TopOf(GarmentAttribute attribute, IReadOnlyList<float> probabilities) =>
        attribute.VisibleValues.MaxBy(value => probabilities[value.Position])!;
}
