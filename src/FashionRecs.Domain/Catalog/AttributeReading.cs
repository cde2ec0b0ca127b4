using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Catalog;

/// <summary>What the shop holds true of one attribute of a product: a person's word where there is one, else the network's.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Probabilities">One probability in [0, 1] per value, in the vocabulary's order: a distribution over values that exclude each
/// other.</param>
/// <param name="Region">Where the picture shows <see cref="RegionValue"/>, or null where there is no such place.</param>
/// <param name="Source">Who said it.</param>
public sealed record AttributeReading(
    GarmentAttribute Attribute, IReadOnlyList<float> Probabilities, PartRegion? Region, TagSource Source)
{
    /// <summary>The likeliest value that is not the invisible one.</summary>
    public AttributeValue Top { get; } = TopOf(Attribute, Probabilities);

    /// <summary>1 − P(Invisible): how likely the picture shows this attribute at all.</summary>
    public float Visible => 1 - Probabilities[Attribute.Invisible.Position];

    /// <summary>The value whose map the region was cut from; null without a region.</summary>
    public AttributeValue? RegionValue { get; init; } = Region is null ? null : TopOf(Attribute, Probabilities);

    /// <summary>
    /// Where the picture shows the family of <see cref="RegionValue"/>, from the sum of its values' maps; null where that is not known.
    /// </summary>
    public FamilyRegion? FamilyRegion { get; init; }

    /// <summary>
    /// What can be said of the attribute: a value, a family of values, or nothing (null). Nothing where the picture shows none of it.
    /// </summary>
    public Statement? Statement { get; init; }

    /// <summary>The product's own words about the attribute, for example "V-neck"; null where they say nothing.</summary>
    public string? Words { get; init; }

    /// <summary>Whether picture and words contradict each other, so that nothing is said until a person has looked.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>Whether the region shows what is said: it was cut from the map of a value that the statement holds.</summary>
    public bool ShowsStatement => RegionValue is { } value && Statement?.Holds(value) == true;

    /// <summary>
    /// Where the picture shows values that are said together: a family's own region, else the region of the one that it shows. Null
    /// where neither is among them.
    /// </summary>
    public PartRegion? RegionOf(IReadOnlyList<AttributeValue> values) =>
        values.Count > 1 && FamilyRegion is { } whole && whole.Family.Values.SequenceEqual(values) ? whole.Region
        : RegionValue is { } value && values.Contains(value) ? Region : null;

    /// <summary>
    /// The same without some values, of which somebody says that the product does not have them: then nothing is said of the attribute.
    /// </summary>
    /// <param name="denied">Indices of the values.</param>
    public AttributeReading Without(IReadOnlySet<int> denied) => new(
        Attribute, [.. Attribute.Values.Select(value => denied.Contains(value.Index) ? 0 : Probabilities[value.Position])], null, Source)
        { Words = Words, IsContradicted = IsContradicted };

    /// <summary>The same where the picture is held not to show the attribute after all.</summary>
    public AttributeReading Unseen() => new(Attribute, [.. Attribute.Values.Select(value => value.IsInvisible ? 1f : 0)], null, Source)
    {
        Words = Words,
    };

    /// <summary>The network's reading of an attribute.</summary>
    /// <param name="predicted">What the network said.</param>
    /// <param name="belief">What is believed for it.</param>
    /// <param name="rule">What may be said.</param>
    public static AttributeReading Of(ProjectedAttribute predicted, AttributeBelief belief, StatementRule rule) =>
        new(predicted.Attribute, belief.Probabilities, predicted.Region, TagSource.Predicted)
        {
            RegionValue = predicted.Region is null ? null : predicted.Top, Statement = rule.Say(belief),
            FamilyRegion = predicted.FamilyRegion,
        };

    /// <summary>
    /// A person's reading. The network's region is kept only while it shows the very value the person chose:
    /// words and region must come from the same numbers.
    /// </summary>
    public static AttributeReading Of(ReviewedTag reviewed, ProjectedAttribute? predicted, StatementRule rule)
    {
        var belief = new AttributeBelief(reviewed.Attribute, Distribution(reviewed));
        var own = reviewed.Region is null && predicted?.Top == belief.Top ? predicted : null;
        var region = own?.Region ?? reviewed.Region;
        return new(reviewed.Attribute, belief.Probabilities, region, TagSource.Reviewed)
        {
            RegionValue = region is null ? null : belief.Top, Statement = rule.Say(belief), FamilyRegion = own?.FamilyRegion,
        };
    }

    /// <summary>
    /// A person's <c>y</c> is certain; without one the <c>m</c> are equally likely; where all are <c>n</c>, the picture does not show the
    /// attribute.
    /// </summary>
    private static float[] Distribution(ReviewedTag reviewed)
    {
        var strongest = reviewed.Marks.Max();
        var chosen = reviewed.Marks.Count(mark => mark == strongest);
        return strongest == TagMark.IsNot
            ? [.. reviewed.Attribute.Values.Select(value => value.IsInvisible ? 1f : 0)]
            : [.. reviewed.Marks.Select(mark => mark == strongest ? 1f / chosen : 0)];
    }

    private static AttributeValue TopOf(GarmentAttribute attribute, IReadOnlyList<float> probabilities) =>
        attribute.VisibleValues.MaxBy(value => probabilities[value.Position])!;
}
