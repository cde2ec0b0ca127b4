namespace FashionRecs.Domain.Text;

/// <summary>Puts words together as English does.</summary>
public static class Phrases
{
    /// <summary>The text with a capital first letter; an empty text stays empty.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>For example "coats, skirts and trousers"; empty for nothing.</summary>
    /// <param name="words">What is listed, in its order.</param>
    /// <param name="last">The word before the last one.</param>
    public static string List(IEnumerable<string> words, string last = "and") => words.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var end] => $"{string.Join(", ", first)} {last} {end}",
    };
}
