using System.Collections.ObjectModel;

namespace FashionRecs.Domain.Attributes;

/// <summary>One value of an attribute, for example "V Neckline". Immutable and safe to share between threads.</summary>
public sealed class AttributeValue
{
    internal AttributeValue(string code, string english, string chinese, string phrase, bool isInvisible, int position, int index)
    {
        (Code, English, Chinese, Phrase, IsInvisible, Position, Index) = (code, english, chinese, phrase, isInvisible, position, index);
    }

    /// <summary>The name data files use, for example "V Neckline".</summary>
    public string Code { get; }

    /// <summary>The name people read in English.</summary>
    public string English { get; }

    /// <summary>The name people read in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>What a shopper would say, fit to follow "because of its", for example "V-neckline".</summary>
    public string Phrase { get; }

    /// <summary>
    /// What retailers write when they mean it, by language ("en", "de", "zh"); none where the vocabulary lists none. How a synonym is
    /// written: see <see cref="Texts.SynonymPattern"/>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; internal init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>How it is said, by language; what a language lacks is said in English.</summary>
    internal IReadOnlyDictionary<string, SpokenWords> Words { get; init; } = ReadOnlyDictionary<string, SpokenWords>.Empty;

    /// <summary>How it is said in a language, such as "de"; in English where the vocabulary does not know the language.</summary>
    public SpokenWords In(string language) =>
        Words.GetValueOrDefault(language) ?? new SpokenWords(English, Phrase, PhraseWithArticle, Phrase);

    /// <summary>The phrase fit to follow "with", for example "a V-neckline" or "long sleeves".</summary>
    public string PhraseWithArticle => WithArticle(Phrase);

    /// <summary>Whether this value means "the picture does not show this attribute".</summary>
    public bool IsInvisible { get; }

    /// <summary>Zero-based place among the values of its own attribute.</summary>
    public int Position { get; }

    /// <summary>Zero-based place among all values of the vocabulary; the index of the network's output.</summary>
    public int Index { get; }

    /// <summary>The attribute this value belongs to.</summary>
    public GarmentAttribute Attribute { get; internal set; } = null!;

    /// <summary>The family of neighbouring values that it belongs to, or null.</summary>
    public ValueFamily? Family { get; internal set; }

    /// <summary>A phrase fit to follow "with"; plurals take no article.</summary>
    public static string WithArticle(string phrase) => phrase.EndsWith('s') ? phrase : $"{ArticleBefore(phrase)} {phrase}";

    /// <summary>"a" or "an", by how the phrase is spoken: "one" begins like "won".</summary>
    public static string ArticleBefore(string phrase) =>
        phrase.Length > 0 && "aeiou".Contains(char.ToLowerInvariant(phrase[0]), StringComparison.Ordinal)
            && !phrase.StartsWith("one", StringComparison.Ordinal) ? "an" : "a";

    /// <inheritdoc/>
    public override string ToString() => $"{Attribute.Code}: {Code}";
}
