using System.Collections.ObjectModel;

namespace FashionRecs.Domain.Attributes;

/// <summary>One axis of the interpretable space, for example the neckline design. Immutable and safe to share between threads.</summary>
public sealed class GarmentAttribute
{
    internal GarmentAttribute(string code, string english, string chinese, bool isLength, int position,
        IReadOnlyList<AttributeValue> values, IReadOnlyList<ValueFamily> families)
    {
        Families = families;
        (Code, English, Chinese, IsLength, Position, Values) = (code, english, chinese, isLength, position, values);
        Invisible = values.Single(value => value.IsInvisible);
        foreach (var value in values)
        {
            value.Attribute = this;
        }
    }

    /// <summary>FashionAI's name without <c>_labels</c>, for example "neckline_design".</summary>
    public string Code { get; }

    /// <summary>The name people read in English.</summary>
    public string English { get; }

    /// <summary>The name people read in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>How it is said, by language; what a language lacks is said in English.</summary>
    internal IReadOnlyDictionary<string, SpokenWords> Words { get; init; } = ReadOnlyDictionary<string, SpokenWords>.Empty;

    /// <summary>How it is said in a language, such as "de"; in English where the vocabulary does not know the language.</summary>
    public SpokenWords In(string language) => Words.GetValueOrDefault(language) ?? new SpokenWords(English, English, English, English);

    /// <summary>Whether the visible values are ordered from shortest to longest.</summary>
    public bool IsLength { get; }

    /// <summary>Zero-based place among the attributes of the vocabulary.</summary>
    public int Position { get; }

    /// <summary>All values, the invisible one included, in the order of data files.</summary>
    public IReadOnlyList<AttributeValue> Values { get; }

    /// <summary>The families of neighbouring values, disjoint; none in a vocabulary without families.</summary>
    public IReadOnlyList<ValueFamily> Families { get; }

    /// <summary>
    /// Attributes of which a garment does not show this one as well, in the vocabulary's order; empty for most. A shirt collar leaves no
    /// room for a turtleneck: what a network sees of both is one thing. If this one names another, the other one names this one.
    /// </summary>
    public IReadOnlyList<GarmentAttribute> Excludes { get; internal set; } = [];

    /// <summary>The value that means "this picture does not show it".</summary>
    public AttributeValue Invisible { get; }

    /// <summary>Index of the first value among all values; the values of one attribute are adjacent.</summary>
    public int Start => Values[0].Index;

    /// <summary>The values a picture can show, without the invisible one.</summary>
    public IEnumerable<AttributeValue> VisibleValues => Values.Where(value => !value.IsInvisible);

    /// <inheritdoc/>
    public override string ToString() => Code;
}
