namespace FashionRecs.Domain.Search;

/// <summary>A word of a search.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Start">Its first character in the search.</param>
/// <param name="End">One past its last character.</param>
/// <param name="Before">What stands between it and the word before, as it was written.</param>
internal sealed record QueryToken(string Word, int Start, int End, string Before)
{
    /// <summary>The words of the lexicon that it is a form of; none where it is unknown.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>What it was taken for where it is misspelled.</summary>
    public string? Corrected { get; init; }

    /// <summary>Whether it is the first part of a longer word.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>The number it is, or null.</summary>
    public decimal? Number { get; init; }

    /// <summary>Whether a sign of a currency follows it at the end of the search.</summary>
    public bool IsBeforeSign { get; init; }

    /// <summary>Whether it is a character of a script without blanks.</summary>
    public bool IsSign => Word.Length == 1 && Word[0] >= 0x2E80;
}
