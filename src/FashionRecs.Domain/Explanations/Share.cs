using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations;

/// <summary>
/// What one value, or several of a family that are said as one, adds to or takes from the score of one product for one shopper.
/// </summary>
/// <param name="Value">The value; of a family the likeliest one.</param>
/// <param name="Weight">The shopper's weight of the value.</param>
/// <param name="Amount">How much the product has of it, in [0, 1] (<see cref="ItemVector"/>).</param>
/// <param name="Probability">P(value) as the network or a person said it, in [0, 1].</param>
/// <param name="Region">Where the picture shows it; null unless it is the top value of its attribute, whose map the region was cut
/// from.</param>
/// <param name="Source">Whether the network or a person said that the product has the value.</param>
public sealed record Share(
    AttributeValue Value, float Weight, float Amount, float Probability, PartRegion? Region, TagSource Source) : Contribution
{
    /// <summary>
    /// Weight × amount: this share of the score, summed over the family's values. Exact; shares add up to the score to the last bit.
    /// </summary>
    public float Contribution { get; init; } = Weight * Amount;

    /// <inheritdoc/>
    public override float Effect => Contribution;

    /// <inheritdoc/>
    public override string Code => Family?.ToString() ?? Value.ToString();

    /// <inheritdoc/>
    public override string Words => Phrase;

    /// <summary>The family that is said instead of its values, or null.</summary>
    public ValueFamily? Family { get; init; }

    /// <summary>The values it stands for.</summary>
    public IReadOnlyList<AttributeValue> Values => Family?.Values ?? [Value];

    /// <summary>The full code of the value or of the family, by which more or less of it is asked for.</summary>
    public string FullCode => Family?.FullCode() ?? Value.FullCode();

    /// <summary>What a shopper would say, fit to follow "because of its".</summary>
    public string Phrase => Family?.Phrase ?? Value.Phrase;

    /// <summary>How sure it is that the shopper's liking has the sign of the contribution, in [0, 1].</summary>
    public float Certainty { get; init; } = 1;
}
