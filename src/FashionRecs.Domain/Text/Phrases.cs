using System.Text.RegularExpressions;

namespace FashionRecs.Domain.Text;

/// <summary>Puts words together as English does.</summary>
public static partial class Phrases
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

    /// <summary>
    /// The text with no-break spaces between numbers and what they count in ("−69.7 %", "1.24 pp"), and within ratios ("193 : 214"), so that
    /// no line ends there.
    /// </summary>
    public static string Kept(string text) => BeforeUnit().Replace(text, "\u00a0");

    [GeneratedRegex(@"(?<=\d) (?=%|pp\b|: \d)|(?<=\d :) (?=\d)")]
    private static partial Regex BeforeUnit();
}
