namespace FashionRecs.Domain.Texts;

/// <summary>Words of the data's own phrases, folded as texts are; a star at a phrase's end or beginning stays with its word.</summary>
internal static class TextWords
{
    /// <summary>The words of a phrase.</summary>
    public static IReadOnlyList<string> Of(string phrase)
    {
        var words = new List<string>();
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(phrase, buffer);
        while (scanner.MoveNext())
        {
            words.Add(scanner.Word.ToString());
        }

        if (words.Count > 0 && phrase.EndsWith('*'))
        {
            words[^1] += "*";
        }
        else if (words.Count > 0 && phrase.StartsWith('*'))
        {
            words[0] = "*" + words[0];
        }

        return words;
    }
}
