using System.Globalization;
using System.Text;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Search;

/// <summary>Cuts a search into words.</summary>
internal static class QueryTokens
{
    /// <summary>Words that are read; a mask of them fits a number, and nobody asks for more.</summary>
    public const int Most = 48;

    /// <summary>The first words of a search; prices such as 39.90 are one.</summary>
    public static List<QueryToken> Of(string query)
    {
        var tokens = new List<QueryToken>();
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(query, buffer);
        var end = 0;
        while (tokens.Count < Most && scanner.MoveNext())
        {
            var before = query[end..scanner.Start];
            var word = Fold(scanner.Word.ToString());
            var token = new QueryToken(word, scanner.Start, scanner.End, before) { Number = Number(word) };
            if (before is "." or "," && tokens.Count > 0 && tokens[^1] is { Number: not null } whole && token.Number is not null
                && word.Length <= 2)
            {
                tokens[^1] = whole with { Word = whole.Word + "." + word, End = token.End, Number = Number(whole.Word + "." + word) };
            }
            else
            {
                tokens.Add(token);
            }

            end = scanner.End;
        }

        if (tokens.Count > 0 && tokens.Count < Most && query[tokens[^1].End..].TrimStart() is ['€' or '$' or '£' or '¥' or '￥', ..])
        {
            tokens[^1] = tokens[^1] with { IsBeforeSign = true };
        }

        return tokens;
    }

    /// <summary>A word as the lexicon writes it: sharp s as two.</summary>
    public static string Fold(string word) => word.Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>The ways people write a word who lack its letters: "aermellos" and "armellos" for "ärmellos".</summary>
    public static IEnumerable<string> Spellings(string word)
    {
        if (word.All(char.IsAscii) || word[0] >= 0x2E80)
        {
            return [word];
        }

        var spelled = word.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal);
        var bare = string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
        return new[] { word, spelled, bare }.Distinct(StringComparer.Ordinal);
    }

    private static decimal? Number(string word) =>
        word.Length <= 9 && char.IsAsciiDigit(word[0])
            && decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
