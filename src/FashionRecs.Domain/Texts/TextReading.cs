using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Texts;

/// <summary>What a product's own text says of one attribute. Immutable.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Values"> The values the words can mean, in the vocabulary's order: one, the members of a family, or several neighbours
/// ("short jacket"). Never none. </param>
/// <param name="Words">The text's own words, for example "V-neck".</param>
/// <param name="Language">Code of the language it was read in, for example "en".</param>
public sealed record TextReading(GarmentAttribute Attribute, IReadOnlyList<AttributeValue> Values, string Words, string Language)
{
    /// <summary>The single family that holds all the values, or null.</summary>
    public ValueFamily? Family => Values[0].Family is { } family && Values.All(value => value.Family == family) ? family : null;

    /// <summary>Whether the words say the value or leave it possible.</summary>
    public bool Allows(AttributeValue value) => Values.Contains(value);
}
