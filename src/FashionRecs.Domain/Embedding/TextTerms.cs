using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Embedding;

/// <summary>
/// The terms of a text: its words, folded as <see cref="WordScanner"/> folds them and with a plural's "s" taken off, and each two words
/// that stand together. "Long sleeves" has the terms "long", "sleeve" and "long sleeve".
/// </summary>
public static class TextTerms
{
    private const int ShortestSingular = 3;

    /// <summary>The words in their order, each with whether it stands directly behind the one before.</summary>
    internal static IReadOnlyList<(string Word, bool Follows)> Words(string text)
    {
        var words = new List<(string, bool)>();
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(text, buffer);
        while (scanner.MoveNext())
        {
            words.Add((Singular(scanner.Word.ToString()), scanner.Gap == TextGap.None && words.Count > 0));
        }

        return words;
    }

    /// <summary>The different terms of texts.</summary>
    public static HashSet<string> Of(params IEnumerable<string> texts)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var before = "";
            foreach (var (word, follows) in Words(text))
            {
                terms.Add(word);
                if (follows)
                {
                    terms.Add($"{before} {word}");
                }

                before = word;
            }
        }

        return terms;
    }

    /// <summary>
    /// The known terms that a text is made of, from left to right and the longest first: "long sleeves" is "long sleeve" where that is
    /// known, else "long" and "sleeve".
    /// </summary>
    public static IReadOnlyList<string> Read(string text, Func<string, bool> isKnown)
    {
        var words = Words(text);
        var read = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (at + 1 < words.Count && words[at + 1].Follows && isKnown($"{words[at].Word} {words[at + 1].Word}"))
            {
                read.Add($"{words[at].Word} {words[at + 1].Word}");
                at++;
            }
            else if (isKnown(words[at].Word))
            {
                read.Add(words[at].Word);
            }
        }

        return read;
    }

    private static string Singular(string word) =>
        word.Length > ShortestSingular && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
