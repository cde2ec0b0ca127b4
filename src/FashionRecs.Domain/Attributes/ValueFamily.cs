using System.Collections.ObjectModel;

namespace FashionRecs.Domain.Attributes;

/// <summary>
/// Neighbouring values of one attribute that a shopper would call by one name, for example "V-shaped neckline" for V and deep V. Data of
/// the vocabulary; a value belongs to one family at most. Immutable and safe to share between threads.
/// </summary>
public sealed class ValueFamily
{
    internal ValueFamily(string code, string english, string chinese, string phrase, IReadOnlyList<AttributeValue> values)
    {
        (Code, English, Chinese, Phrase, Values) = (code, english, chinese, phrase, values);
        foreach (var value in values)
        {
            value.Family = this;
        }
    }

    /// <summary>The name data files use, unique within its attribute and no value's code, for example "V-Shaped".</summary>
    public string Code { get; }

    /// <summary>The name people read in English.</summary>
    public string English { get; }

    /// <summary>The name people read in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>What a shopper would say of any of its values, fit to follow "because of its", for example "V-shaped neckline".</summary>
    public string Phrase { get; }

    /// <summary>
    /// What retailers write when they mean any of its values, by language ("en", "de", "zh"); none where the vocabulary lists none. How a
    /// synonym is written: see <see cref="Texts.SynonymPattern"/>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; internal init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>How it is said, by language; what a language lacks is said in English.</summary>
    internal IReadOnlyDictionary<string, SpokenWords> Words { get; init; } = ReadOnlyDictionary<string, SpokenWords>.Empty;

    /// <summary>How it is said in a language, such as "de"; in English where the vocabulary does not know the language.</summary>
    public SpokenWords In(string language) =>
        Words.GetValueOrDefault(language) ?? new SpokenWords(English, Phrase, AttributeValue.WithArticle(Phrase), Phrase);

    /// <summary>The values it holds, at least two, in the vocabulary's order; never the invisible one.</summary>
    public IReadOnlyList<AttributeValue> Values { get; }

    /// <summary>The attribute its values belong to.</summary>
    public GarmentAttribute Attribute => Values[0].Attribute;

    /// <inheritdoc/>
    public override string ToString() => $"{Attribute.Code}: {Code}";
}
