using System.Globalization;

namespace FashionRecs.Application.CatalogImport.Prices;

/// <summary>
/// A price as people write it: "1.299,00 €", "19.99 EUR", "$1,299.00", "CHF 1'299.–". What could be read in two ways, such as "1.299", is
/// refused and never guessed. Immutable.
/// </summary>
/// <param name="Amount">At least 0, with at most two decimals.</param>
/// <param name="Currency">Three capital letters, or null where the text names none.</param>
public sealed record PriceText(decimal Amount, string? Currency)
{
    /// <summary>Dearest price, which no garment costs; more is a slip of the pen.</summary>
    public const decimal Most = 10_000_000m;

    private const int LongestText = 40;
    private const int MostDigits = 20;

    /// <summary>Reads a price.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <exception cref="InvalidDataException">It is no price or could be read in two ways; the message says which and holds the
    /// text.</exception>
    public static PriceText Read(string text)
    {
        var trimmed = text.Trim();
        InvalidDataException No(string why) => new($"the price '{Shortened(trimmed)}' {why}");
        if (trimmed.Length is 0 or > LongestText)
        {
            throw No(trimmed.Length == 0 ? "is empty" : "is no price");
        }

        var first = trimmed.AsSpan().IndexOfAnyInRange('0', '9');
        var last = trimmed.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            throw No("is not a number");
        }

        var (before, after) = (trimmed[..first].TrimEnd(), trimmed[(last + 1)..].TrimStart());
        if (before.AsSpan().ContainsAny('-', '−', '–'))
        {
            throw No("is negative");
        }

        var rest = WithoutDash(after);
        var isWhole = rest != after;
        after = rest;
        var currency = Currencies.TryFind(before) ?? Currencies.TryFind(after);
        if ((before.Length > 0 && Currencies.TryFind(before) is null) || (after.Length > 0 && Currencies.TryFind(after) is null))
        {
            throw No("is not a number with at most a currency");
        }

        if (before.Length > 0 && after.Length > 0 && Currencies.TryFind(before) != Currencies.TryFind(after))
        {
            throw No("names two currencies");
        }

        var amount = Number(trimmed[first..(last + 1)], isWhole || IsWithoutDecimals(currency), No);
        // Without the zeros that "12.0" ends with, which a page would show.
        return amount <= Most
            ? new PriceText(amount / 1.0000000000000000000000000000m, currency)
            : throw No($"is above {Most.ToString("N0", CultureInfo.InvariantCulture)}");
    }

    /// <summary>"1299.–" and "5,--" are whole amounts.</summary>
    private static string WithoutDash(string after)
    {
        var rest = after.AsSpan().TrimStart(".,");
        var end = rest.TrimStart("-–—");
        return after.Length - rest.Length <= 1 && rest.Length - end.Length is 1 or 2 ? end.TrimStart().ToString() : after;
    }

    /// <summary>Currencies that are not divided: whoever writes "¥1,299" means a thousand.</summary>
    private static bool IsWithoutDecimals(string? currency) => currency is "JPY" or "KRW" or "VND" or "CLP" or "ISK";

    /// <param name="digits">Digits and what stands between them.</param>
    /// <param name="isWhole">Whether something else says that there are no decimals: then a mark before three digits sets thousands
    /// apart.</param>
    /// <param name="no">Refuses.</param>
    private static decimal Number(string digits, bool isWhole, Func<string, InvalidDataException> no)
    {
        var plain = string.Concat(digits.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter is '’' or '`' or '´' ? '\'' : letter));
        if (plain.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('.' or ',' or ' ' or '\'')))
        {
            throw no("is not a number");
        }

        char[] marks = [.. plain.Where(letter => !char.IsAsciiDigit(letter))];
        var point = isWhole && IsThousand(plain, marks) ? -1 : Point(plain, marks, no);
        var (whole, decimals) = point < 0 ? (plain, "") : (plain[..point], plain[(point + 1)..]);
        if (decimals.Length > 2 && decimals.AsSpan(2).ContainsAnyExcept('0'))
        {
            throw no("has more than two decimals");
        }

        var groups = whole.Split('.', ',', ' ', '\'');
        if (whole.Where(letter => !char.IsAsciiDigit(letter)).Distinct().Count() > 1
            || (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))))
        {
            throw no("is not a number: its digits are not in groups of three");
        }

        var all = string.Concat(groups);
        return all.Length <= MostDigits
            ? decimal.Parse($"{all}.{decimals[..Math.Min(2, decimals.Length)].TrimEnd('0')}", NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture)
            : throw no("is no price");
    }

    private static bool IsThousand(string plain, char[] marks) =>
        marks.Length == 1 && plain.Length - plain.IndexOf(marks[0], StringComparison.Ordinal) == 4;

    /// <summary>Where the decimals begin: the place of their mark, or -1 where there are none.</summary>
    private static int Point(string plain, char[] marks, Func<string, InvalidDataException> no)
    {
        if (marks.Length == 0 || marks[^1] is ' ' or '\'' || (marks.Length > 1 && marks.All(mark => mark == marks[0])))
        {
            return -1;
        }

        var point = plain.LastIndexOf(marks[^1]);
        var (whole, decimals) = (plain[..point], plain.Length - point - 1);
        if (marks.Length > 1)
        {
            return marks[..^1].Contains(marks[^1]) ? throw no("is not a number") : point;
        }

        // One mark with three digits behind it: a thousand, or a fraction?
        return decimals == 3 && whole.Length <= 3 && whole != "0"
            ? throw no($"can mean {whole}{plain[(point + 1)..]} or {whole} and a fraction: write it with two decimals")
            : point;
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
