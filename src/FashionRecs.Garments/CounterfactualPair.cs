using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments;

/// <summary>The same garment twice, with exactly one value changed and nothing else moved.</summary>
/// <param name="Before">The garment as it was.</param>
/// <param name="After">The garment with the other value.</param>
public sealed record CounterfactualPair(GarmentSpec Before, GarmentSpec After)
{
    /// <summary>What a garment could have in place of a value: the visible ones of the same attribute with which it can be drawn.</summary>
    public static IEnumerable<AttributeValue> Alternatives(GarmentSpec spec, AttributeValue value) => value.Attribute.VisibleValues.Where(
        other => other != value && CombinationRules.Refusal(spec.Kind, spec.Values.With(other)) is null);

    /// <summary>Changes one value; both pictures get a camera that frames both garments.</summary>
    /// <exception cref="ArgumentException">The changed garment cannot be drawn; the message says why.</exception>
    public static CounterfactualPair Create(GarmentSpec spec, AttributeValue value)
    {
        var changed = spec.Values.With(value);
        return CombinationRules.Refusal(spec.Kind, changed) is { } refusal
            ? throw new ArgumentException(refusal, nameof(value))
            : new CounterfactualPair(spec with { FramedWith = changed }, spec with { Values = changed, FramedWith = spec.Values });
    }
}
