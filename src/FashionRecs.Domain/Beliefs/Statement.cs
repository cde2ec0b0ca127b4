using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Beliefs;

/// <summary>
/// What can be said of one attribute of a product: one of its values or, where only that is sure, a family of them. Immutable.
/// </summary>
/// <param name="Values">The values it may be: one, or all of the family's.</param>
/// <param name="Family">The family, or null where a single value is said.</param>
/// <param name="Probability">How likely it is true, in [0, 1], calibrated.</param>
public sealed record Statement(IReadOnlyList<AttributeValue> Values, ValueFamily? Family, float Probability)
{
    /// <summary>The attribute that it is about.</summary>
    public GarmentAttribute Attribute => Values[0].Attribute;

    /// <summary>What a shopper would say, fit to follow "because of its".</summary>
    public string Phrase => Family?.Phrase ?? Values[0].Phrase;

    /// <summary>The name people read.</summary>
    public string English => Family?.English ?? Values[0].English;

    /// <summary>The code of the value or of the family.</summary>
    public string Code => Family?.Code ?? Values[0].Code;

    /// <summary>The code of the value or of the family with that of the attribute.</summary>
    public string FullCode => Family?.FullCode() ?? Values[0].FullCode();

    /// <summary>Whether a value is among those it may be.</summary>
    public bool Holds(AttributeValue value) => Values.Contains(value);

    /// <summary>A statement of a single value.</summary>
    public static Statement Of(AttributeValue value, float probability) => new([value], null, probability);

    /// <summary>A statement of a family.</summary>
    public static Statement Of(ValueFamily family, float probability) => new(family.Values, family, probability);
}
