namespace FashionRecs.Domain.Texts;

/// <summary>Phrases of one language by their first word. Filled while a reader is built, then only read.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class PhraseIndex<T>
{
    private readonly Dictionary<int, List<(int[][] Following, T Meaning)>> byFirst = [];

    /// <summary>Adds a phrase: for each of its words the numbers that will do.</summary>
    public void Add(int[][] words, T meaning)
    {
        foreach (var first in words[0])
        {
            if (!byFirst.TryGetValue(first, out var phrases))
            {
                byFirst.Add(first, phrases = []);
            }

            phrases.Add((words[1..], meaning));
            phrases.Sort((left, right) => right.Following.Length.CompareTo(left.Following.Length));
        }
    }

    /// <summary>The number of words of the longest phrase that begins at a word, and its meaning; 0 when none does.</summary>
    public int LongestAt(ReadOnlySpan<TextToken> tokens, int start, out T? meaning)
    {
        if (start < tokens.Length && byFirst.TryGetValue(tokens[start].Word, out var phrases))
        {
            foreach (var (rest, found) in phrases)
            {
                if (Continues(tokens, start + 1, rest))
                {
                    meaning = found;
                    return rest.Length + 1;
                }
            }
        }

        meaning = default;
        return 0;
    }

    private static bool Continues(ReadOnlySpan<TextToken> tokens, int at, int[][] rest)
    {
        if (at + rest.Length > tokens.Length)
        {
            return false;
        }

        for (var word = 0; word < rest.Length; word++)
        {
            if (tokens[at + word].Gap != TextGap.None || Array.IndexOf(rest[word], tokens[at + word].Word) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
