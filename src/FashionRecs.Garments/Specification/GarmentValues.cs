using FashionRecs.Domain.Attributes;

namespace FashionRecs.Garments.Specification;

/// <summary>One value per attribute: what a garment is. Immutable; attributes not named are invisible.</summary>
public sealed class GarmentValues
{
    private readonly AttributeValue[] values;

    private GarmentValues(AttributeVocabulary vocabulary, AttributeValue[] values) => (Vocabulary, this.values) = (vocabulary, values);

    /// <summary>The vocabulary of the values.</summary>
    public AttributeVocabulary Vocabulary { get; }

    /// <summary>The values in the vocabulary's order of attributes.</summary>
    public IReadOnlyList<AttributeValue> All => values;

    /// <summary>The value of an attribute.</summary>
    public AttributeValue this[GarmentAttribute attribute] => values[attribute.Position];

    /// <summary>The code of the value of an attribute, for example "V Neckline".</summary>
    /// <exception cref="KeyNotFoundException">The vocabulary has no such attribute.</exception>
    public string this[string attribute] => values[Vocabulary[attribute].Position].Code;

    /// <summary>Values with every attribute invisible.</summary>
    public static GarmentValues Nothing(AttributeVocabulary vocabulary) =>
        new(vocabulary, [.. vocabulary.Attributes.Select(attribute => attribute.Invisible)]);

    /// <summary>The same values but one.</summary>
    public GarmentValues With(AttributeValue value)
    {
        var changed = (AttributeValue[])values.Clone();
        changed[value.Attribute.Position] = value;
        return new GarmentValues(Vocabulary, changed);
    }

    /// <summary>The same values but one, named by codes.</summary>
    /// <exception cref="KeyNotFoundException">The vocabulary has no such value.</exception>
    public GarmentValues With(string attribute, string value) => With(Vocabulary.TryFind(attribute, value)
        ?? throw new KeyNotFoundException($"The vocabulary '{Vocabulary.Name}' has no value '{value}' of '{attribute}'."));

    /// <summary>Whether the garment shows the attribute at all.</summary>
    public bool Shows(string attribute) => !values[Vocabulary[attribute].Position].IsInvisible;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", values.Where(value => !value.IsInvisible).Select(value => value.ToString()));
}
