using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Search;

/// <summary>
/// Reads what a search says of prices, in any of the languages: "under 40", "20-40", "zwischen 20 und 40", "40以下". Immutable.
/// </summary>
internal sealed class PricePhrases(SearchWords words)
{
    private readonly string[][] currencies = Phrases(words.Currencies);
    private readonly string[][] atMost = Phrases(words.Languages.SelectMany(language => language.AtMost));
    private readonly string[][] atLeast = Phrases(words.Languages.SelectMany(language => language.AtLeast));
    private readonly string[][] atMostAfter = Phrases(words.Languages.SelectMany(language => language.AtMostAfter));
    private readonly string[][] atLeastAfter = Phrases(words.Languages.SelectMany(language => language.AtLeastAfter));
    private readonly string[][] between = Phrases(words.Languages.SelectMany(language => language.Between));
    private readonly string[][] until = Phrases(words.Languages.SelectMany(language => language.Until));
    private readonly string[][] and = Phrases(words.Languages.SelectMany(language => language.And));
    private readonly string[][] about = Phrases(words.Languages.SelectMany(language => language.About));

    /// <summary>Smaller numbers side by side are no prices unless something says so: "3-4 sleeves".</summary>
    private const int LeastBare = 5;

    /// <summary>A range of prices that begins at a word: its ends, and one past its last word; null where none does.</summary>
    public (decimal? From, decimal? To, int End)? At(IReadOnlyList<QueryToken> tokens, int start)
    {
        var at = start;
        var isBetween = Skip(between, tokens, ref at);
        if (Price(tokens, ref at) is { } low)
        {
            var after = at;
            var isRange = after < tokens.Count && tokens[after].Before.Trim().TrimEnd(Signs) is "-" or "–" or "—" or "~" or "～";
            var isWorded = !isRange && (Skip(until, tokens, ref after) || (isBetween && Skip(and, tokens, ref after)));
            if ((isRange || isWorded) && Price(tokens, ref after) is { } high && high.Amount >= low.Amount
                && (low.Amount >= LeastBare || low.HasCurrency || high.HasCurrency || isBetween))
            {
                return (low.Amount, high.Amount, after);
            }
        }

        at = start;
        if (Skip(atMost, tokens, ref at) && Price(tokens, ref at) is { } most)
        {
            return (null, most.Amount, at);
        }

        at = start;
        if (Skip(atLeast, tokens, ref at) && Price(tokens, ref at) is { } least)
        {
            return (least.Amount, null, at);
        }

        at = start;
        if (Skip(about, tokens, ref at) && Price(tokens, ref at) is { } rough)
        {
            return (rough.Amount * .8m, rough.Amount * 1.2m, at);
        }

        return Bare(tokens, start);
    }

    private static readonly char[] Signs = ['€', '$', '£', '¥', '￥', ' '];

    /// <summary>
    /// A price that nothing stands before: what follows it says what it is, and with a currency alone it is the most that may be paid.
    /// </summary>
    private (decimal? From, decimal? To, int End)? Bare(IReadOnlyList<QueryToken> tokens, int start)
    {
        var at = start;
        if (Price(tokens, ref at) is not { } price)
        {
            return null;
        }

        var sign = tokens[start].Before.TrimEnd(Signs);
        if (sign.EndsWith('<') || sign.EndsWith("<=", StringComparison.Ordinal) || sign.EndsWith('≤'))
        {
            return (null, price.Amount, at);
        }

        if (sign.EndsWith('>') || sign.EndsWith('≥') || (at < tokens.Count ? tokens[at].Before : "").StartsWith('+'))
        {
            return (price.Amount, null, at);
        }

        return Skip(atMostAfter, tokens, ref at) ? (null, price.Amount, at)
            : Skip(atLeastAfter, tokens, ref at) ? (price.Amount, null, at)
            : price.HasCurrency ? (null, price.Amount, at) : null;
    }

    /// <summary>A number, with the name of a currency before or after it, or a sign that is no word.</summary>
    private (decimal Amount, bool HasCurrency)? Price(IReadOnlyList<QueryToken> tokens, ref int at)
    {
        var place = at;
        var named = Skip(currencies, tokens, ref place);
        if (place >= tokens.Count || Amount(tokens[place].Word, tokens[place].Number, out var joinedName) is not { } amount)
        {
            return null;
        }

        var sign = tokens[place].Before.TrimEnd() is [.., var last] && Signs.Contains(last) && last != ' ';
        place++;
        sign |= place < tokens.Count && tokens[place].Before.TrimStart() is [var first, ..] && Signs.Contains(first);
        named |= Skip(currencies, tokens, ref place);
        at = place;
        return (amount, named || sign || joinedName || After(tokens, place));
    }

    /// <summary>Whether the search ends with a sign of a currency; the last word's own is not before any other.</summary>
    private static bool After(IReadOnlyList<QueryToken> tokens, int place) => place == tokens.Count && tokens[^1].IsBeforeSign;

    private decimal? Amount(string word, decimal? number, out bool named)
    {
        named = false;
        if (number is not null)
        {
            return number;
        }

        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        named = digits is > 0 and < 8 && currencies.Any(currency => currency is [var name] && name == word[digits..]);
        return named ? decimal.Parse(word.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static bool Skip(string[][] phrases, IReadOnlyList<QueryToken> tokens, ref int at)
    {
        foreach (var phrase in phrases)
        {
            if (Stands(phrase, tokens, at))
            {
                at += phrase.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a phrase stands at a place, word for word.</summary>
    internal static bool Stands(string[] phrase, IReadOnlyList<QueryToken> tokens, int at)
    {
        if (at + phrase.Length > tokens.Count)
        {
            return false;
        }

        for (var word = 0; word < phrase.Length; word++)
        {
            if (tokens[at + word].Word != phrase[word])
            {
                return false;
            }
        }

        return phrase.Length > 0;
    }

    /// <summary>Phrases as words, longest first.</summary>
    internal static string[][] Phrases(IEnumerable<string> phrases) =>
        [.. phrases.Select(phrase => TextWords.Of(phrase).Select(QueryTokens.Fold).ToArray()).Where(phrase => phrase.Length > 0)
            .OrderByDescending(phrase => phrase.Length)];
}
