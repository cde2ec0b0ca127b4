using System.Globalization;

namespace FashionRecs.Application.Accounts;

/// <summary>Which e-mail addresses an account may have, and which of them could be taken for others.</summary>
public static class AddressRules
{
    private const int Longest = 254;
    private const int LongestName = 64;
    private const string Signs = ".!#$%&'*+-/=?^_`{|}~";

    /// <summary>
    /// Whether it is an address (RFC 5321 and 6531, without names in quotation marks, which nobody has and markup hides in).
    /// </summary>
    public static bool IsAddress(string text) =>
        text.Length <= Longest && text.Split('@') is [{ Length: > 0 and <= LongestName } name, { Length: > 0 } domain]
        && name.All(letter => char.IsLetterOrDigit(letter) || Signs.Contains(letter, StringComparison.Ordinal))
        && domain.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-')
        && domain.Split('.').All(part => part.Length > 0 && part[0] != '-' && part[^1] != '-');

    /// <summary>
    /// Letters that are not those of English, each with its code, as in "а (U+0430)": an address with a Cyrillic а looks like one with a
    /// Latin a. Null where there are none.
    /// </summary>
    public static string? OddLetters(string address)
    {
        string[] odd =
            [.. address.EnumerateRunes().Where(rune => !rune.IsAscii).Distinct()
            .Select(rune => string.Create(CultureInfo.InvariantCulture, $"{rune} (U+{rune.Value:X4})"))];
        return odd.Length == 0 ? null : string.Join(", ", odd);
    }
}
