namespace FashionRecs.Domain.Texts;

/// <summary>
/// What a reader must know of one language, as data. A language with nothing but <see cref="Common"/> words is only recognised, so that
/// texts in it are left alone. Phrases are words with spaces; case, hyphens and apostrophes do not matter; a word may end or begin with
/// <c>*</c> (any ending, any beginning). Immutable.
/// </summary>
public sealed record TextLanguage
{
    /// <summary>The language's code, for example "en"; the key of the vocabulary's synonyms.</summary>
    public required string Code { get; init; }

    /// <summary>Frequent small words that tell the language; single words (single characters in Chinese).</summary>
    public required IReadOnlyList<string> Common { get; init; }

    /// <summary>Words that deny what follows, for example "without".</summary>
    public IReadOnlyList<string> Negations { get; init; } = [];

    /// <summary>Words that may stand between a denial and what it denies, for example "a", "any", "or".</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>
    /// Beginnings of what is said of something else, for example "wear it with"; nothing is read from there to the sentence's end.
    /// </summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What puts a mention out of sight when it follows, for example "at the back".</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Words that a gap (<c>*</c>) of a synonym never spans, for example "with" and "straps".</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    /// <summary>Endings that the last word of any phrase may take, for example "s".</summary>
    public IReadOnlyList<string> Plurals { get; init; } = [];

    /// <summary>Names of garments, by kind of garment.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Garments { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
