namespace FashionRecs.Domain.Texts;

/// <summary>
/// Numbers the words of all languages, and says which languages use each. Filled while a reader is built, then only read; safe to share
/// between threads then.
/// </summary>
internal sealed class WordTable
{
    /// <summary>The most languages one table can hold.</summary>
    public const int MostLanguages = 32;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [""];
    private readonly List<uint> known = [0];
    private readonly List<uint> common = [0];
    private readonly List<int> wildcards = [];

    /// <summary>
    /// Numbers of the words that a word of a phrase stands for: itself with each ending, and for a wildcard every word it covers.
    /// </summary>
    public int[] Add(string word, int language, IReadOnlyList<string> endings)
    {
        int[] added = word.Contains('*', StringComparison.Ordinal) ? [Number(word)]
            : [Number(word), .. endings.Select(ending => Number(word + ending))];
        foreach (var number in added)
        {
            known[number] |= 1u << language;
        }

        return added;
    }

    /// <summary>Marks a word as common in a language.</summary>
    public void AddCommon(string word, int language)
    {
        var number = Add(word, language, [])[0];
        common[number] |= 1u << language;
    }

    /// <summary>Adds to the numbers of a phrase's word the words that its wildcard covers; to be called when all words are added.</summary>
    public int[] Covered(int[] added)
    {
        var covered = added.Where(wildcards.Contains)
            .SelectMany(wildcard => Enumerable.Range(1, words.Count - 1).Where(number => Covers(words[wildcard], words[number])));
        return [.. added.Concat(covered).Distinct()];
    }

    /// <summary>The languages that know a word, one bit each; 0 for an unknown word.</summary>
    public uint KnownIn(int word) => known[word];

    /// <summary>The languages in which a word is common, one bit each.</summary>
    public uint CommonIn(int word) => common[word];

    /// <summary>The number of a folded word: its own, or that of the longest wildcard that covers it; 0 when it is unknown.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
        {
            return number;
        }

        var best = 0;
        foreach (var wildcard in wildcards)
        {
            if (words[wildcard].Length > words[best].Length && Covers(words[wildcard], word))
            {
                best = wildcard;
            }
        }

        return best;
    }

    private int Number(string word)
    {
        if (numbers.TryGetValue(word, out var number))
        {
            return number;
        }

        number = words.Count;
        numbers.Add(word, number);
        words.Add(word);
        known.Add(0);
        common.Add(0);
        if (word.Contains('*', StringComparison.Ordinal))
        {
            wildcards.Add(number);
        }

        return number;
    }

    private static bool Covers(string wildcard, ReadOnlySpan<char> word) => wildcard[^1] == '*'
        ? word.StartsWith(wildcard.AsSpan(0, wildcard.Length - 1), StringComparison.Ordinal)
        : word.EndsWith(wildcard.AsSpan(1), StringComparison.Ordinal);
}
