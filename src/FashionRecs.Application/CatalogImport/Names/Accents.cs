using System.Collections.Frozen;
using System.Text;

namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>
/// Puts letters and their accents together. Some computers write "é" in names of files as two characters; the shop runs without the culture
/// data that .NET's own normalization needs, so the accents of European alphabets stand here (Unicode Standard Annex 15, form C).
/// </summary>
internal static class Accents
{
    private static readonly FrozenDictionary<(char Letter, char Accent), char> Composed = new (char Accent, string Letters, string Both)[]
    {
        ('\u0300', "AaEeIiOoUuNn", "ÀàÈèÌìÒòÙùǸǹ"), ('\u0301', "AaEeIiOoUuYyCcLlNnRrSsZz", "ÁáÉéÍíÓóÚúÝýĆćĹĺŃńŔŕŚśŹź"),
        ('\u0302', "AaEeIiOoUuCcGgHhJjSsWwYy", "ÂâÊêÎîÔôÛûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
        ('\u0303', "AaNnOoIiUu", "ÃãÑñÕõĨĩŨũ"), ('\u0304', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"), ('\u0306', "AaGgUu", "ĂăĞğŬŭ"),
        ('\u0307', "ZzEeGgCcI", "ŻżĖėĠġĊċİ"),
        ('\u0308', "AaEeIiOoUuYy", "ÄäËëÏïÖöÜüŸÿ"), ('\u030A', "AaUu", "ÅåŮů"), ('\u030B', "OoUu", "ŐőŰű"),
        ('\u030C', "CcSsZzEeRrNnDdTt", "ČčŠšŽžĚěŘřŇňĎďŤť"),
        ('\u0327', "CcSsTtGgKkLlNnRr", "ÇçŞşŢţĢģĶķĻļŅņŖŗ"), ('\u0328', "AaEeIiUu", "ĄąĘęĮįŲų"),
    }.SelectMany(row => row.Letters.Zip(row.Both, (letter, both) => KeyValuePair.Create((letter, row.Accent), both))).ToFrozenDictionary();

    /// <summary>The text with each letter and its accent as one character.</summary>
    public static string Join(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return text;
        }

        var joined = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (joined.Length > 0 && Composed.TryGetValue((joined[^1], letter), out var both))
            {
                joined[^1] = both;
            }
            else
            {
                joined.Append(letter);
            }
        }

        return joined.ToString();
    }
}
