using System.Text;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>
/// Tells the encodings from before Unicode apart by how their bytes stand together. What nothing speaks for is taken for Windows-1252. A
/// person sees what was found, with the first rows, and can say otherwise.
/// </summary>
internal static class OldEncodings
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Sample = 1 << 20;

    /// <summary>Share of pairs that are common letters in their own encoding; by chance there is hardly one.</summary>
    private const double Most = .7;
    private const double SomeKana = .2;

    /// <summary>Letters in a row that no Latin script writes outside ASCII, on average.</summary>
    private const double CyrillicRun = 2.5;

    static OldEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The likeliest encoding of text that is no Unicode.</summary>
    /// <param name="bytes">Its first bytes; a letter may be cut off at the end.</param>
    public static Encoding Guess(ReadOnlySpan<byte> bytes) => Encoding.GetEncoding(EastAsian(bytes) ?? Cyrillic(bytes) ?? Latin(bytes));

    /// <summary>Letters of two bytes: each encoding has its commonest letters in a place of its own.</summary>
    private static string? EastAsian(ReadOnlySpan<byte> bytes)
    {
        if (TryDecode("shift_jis", bytes) is { } japanese
            && Share(japanese, letter => letter is >= '\u3041' and <= '\u30FF') >= SomeKana)
        {
            return "shift_jis";
        }

        var (pairs, inGb2312, inHangul, inBig5) = (0, 0, 0, 0);
        for (var at = 0; at < bytes.Length - 1; at++)
        {
            if (bytes[at] >= 0x80)
            {
                var (lead, trail) = (bytes[at], bytes[at + 1]);
                pairs++;
                inGb2312 += lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7) && trail is >= 0xA1 and <= 0xFE ? 1 : 0;
                inHangul += lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xC8) && trail is >= 0xA1 and <= 0xFE ? 1 : 0;
                inBig5 += lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE) ? 1 : 0;
                at++;
            }
        }

        return pairs == 0 ? null
            // A few letters by chance say nothing of a whole script.
            : inHangul == pairs && pairs > 7 && TryDecode("euc-kr", bytes) is not null ? "euc-kr"
            : inGb2312 >= Most * pairs && TryDecode("gb18030", bytes) is not null ? "gb18030"
            : inBig5 >= Most * pairs && pairs > 3 && HasLongRuns(bytes) && TryDecode("big5", bytes) is not null ? "big5" : null;
    }

    /// <summary>Whole words of letters outside ASCII; small ones, which most are, tell Windows' order from the older one.</summary>
    private static string? Cyrillic(ReadOnlySpan<byte> bytes)
    {
        var (upper, lower, others) = (0, 0, 0);
        foreach (var one in bytes)
        {
            upper += one is >= 0xC0 and <= 0xDF ? 1 : 0;
            lower += one >= 0xE0 ? 1 : 0;
            others += one is >= 0x80 and < 0xC0 ? 1 : 0;
        }

        return others > (upper + lower) / 5 || !HasLongRuns(bytes) ? null : lower >= upper ? "windows-1251" : "koi8-r";
    }

    /// <summary>Within a word only letters stand: a byte that is none in one encoding speaks for another.</summary>
    private static string Latin(ReadOnlySpan<byte> bytes)
    {
        var (western, central, mac, dos) = (0, 0, 0, 0);
        for (var at = 1; at < bytes.Length - 1; at++)
        {
            if (bytes[at] < 0x80 || !IsLetter(bytes[at - 1]) || !(IsLetter(bytes[at + 1]) || bytes[at + 1] >= 0x80))
            {
                continue;
            }

            switch (bytes[at])
            {
                case 0xB3 or 0xB9 or 0xBF or 0xBE or 0xAF or 0x9D or 0x8D or 0x8F or 0xEC:
                    central++;
                    break;
                case 0x8A or 0x9F or 0x8E or 0xA7:
                    mac++;
                    break;
                case 0x84 or 0x94 or 0x81 or 0x82:
                    dos++;
                    break;
                case >= 0xC0:
                    western++;
                    break;
            }
        }

        return mac > Math.Max(western, Math.Max(central, dos)) ? "macintosh"
            : dos > Math.Max(western, central) ? "ibm850"
            : central > 0 && central * 5 >= western ? "windows-1250" : "windows-1252";
    }

    private static bool IsLetter(byte one) => char.IsAsciiLetter((char)one);

    private static bool HasLongRuns(ReadOnlySpan<byte> bytes)
    {
        var (runs, length) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            length += bytes[at] >= 0x80 ? 1 : 0;
            runs += bytes[at] >= 0x80 && (at == 0 || bytes[at - 1] < 0x80) ? 1 : 0;
        }

        return runs > 0 && length >= CyrillicRun * runs;
    }

    private static double Share(string text, Func<char, bool> isMeant) =>
        text.Count(letter => letter >= 0x80) is var all and > 0 ? (double)text.Count(isMeant) / all : 0;

    /// <summary>The text, or null where a byte is no part of a letter.</summary>
    private static string? TryDecode(string name, ReadOnlySpan<byte> bytes)
    {
        var decoder = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetDecoder();
        var letters = new char[bytes.Length + 1];
        try
        {
            decoder.Convert(bytes, letters, flush: false, out _, out var count, out _);
            return new string(letters, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
