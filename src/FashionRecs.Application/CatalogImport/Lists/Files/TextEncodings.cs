using System.Text;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>The encodings that lists come in: Unicode with or without a mark, and what was used before it.</summary>
public static class TextEncodings
{
    private const int Block = 1 << 16;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Names that can be chosen.</summary>
    public static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252", "windows-1250",
        "windows-1251", "windows-1253", "windows-1254", "iso-8859-15", "macintosh", "ibm850", "koi8-r", "gb18030", "big5", "shift_jis",
        "euc-kr"];

    /// <summary>The encoding of a name; letters that it does not know become U+FFFD.</summary>
    /// <exception cref="InvalidDataException">There is no such encoding.</exception>
    public static Encoding Of(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? Encoding.GetEncoding(name)
        : throw new InvalidDataException($"There is no encoding '{name}'; known are {string.Join(", ", Names)}.");

    /// <summary>What bytes seem to be, by their mark and by what is possible.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (OfMark(bytes) is { } marked)
        {
            return marked;
        }

        var cut = bytes.Length;
        // What is cut off in the middle of a letter is no fault of it.
        while (cut > 0 && bytes.Length - cut < 4 && bytes[cut - 1] >= 0x80)
        {
            cut--;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes[..cut]) ? Encoding.UTF8 : OldEncodings.Guess(bytes);
    }

    /// <summary>What a file seems to be; the whole of it is looked through.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <exception cref="InvalidDataException">It is UTF-8 that is damaged in places.</exception>
    public static Encoding Detect(string path, string name)
    {
        using var stream = File.OpenRead(path);
        var (block, decoder, letters) = (new byte[Block], new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder(),
            new char[Block + 1]);
        try
        {
            var isFirst = true;
            for (int read; (read = stream.ReadAtLeast(block, Block, throwOnEndOfStream: false)) > 0; isFirst = false)
            {
                if (isFirst && OfMark(block.AsSpan(0, read)) is { } marked)
                {
                    return marked;
                }

                decoder.GetChars(block, 0, read, letters, 0, flush: read < Block);
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return OldOrDamaged(path, name);
        }
    }

    /// <summary>Text in an older encoding has hardly a line that happens to be UTF-8.</summary>
    private static Encoding OldOrDamaged(string path, string name)
    {
        var (line, good, bad, first) = (0, 0, 0, 0);
        foreach (var text in File.ReadLines(path, Encoding.Latin1))
        {
            line++;
            if (!System.Text.Ascii.IsValid(text))
            {
                var isGood = System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(text));
                (good, bad, first) = (good + (isGood ? 1 : 0), bad + (isGood ? 0 : 1), !isGood && first == 0 ? line : first);
            }
        }

        return good > bad
            ? throw new InvalidDataException(
                $"{name}, line {first}: the text is damaged; the rest of the list is UTF-8. Save it anew as UTF-8.")
            : OldEncodings.Guess(Beginning(path));
    }

    private static ReadOnlySpan<byte> Beginning(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[OldEncodings.Sample];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return Encoding.UTF32;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || IsEveryOther(bytes, 1))
        {
            return Encoding.Unicode;
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || IsEveryOther(bytes, 0) ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>
    /// UTF-16 without a mark: of its headings, which are mostly Latin, every other byte is 0 and hardly any other is.
    /// </summary>
    private static bool IsEveryOther(ReadOnlySpan<byte> bytes, int place)
    {
        var (zeros, others, length) = (0, 0, Math.Min(bytes.Length & ~1, 512));
        for (var at = 0; at < length; at++)
        {
            zeros += bytes[at] == 0 && at % 2 == place ? 1 : 0;
            others += bytes[at] == 0 && at % 2 != place ? 1 : 0;
        }

        return zeros >= 4 && others * 20 <= zeros && zeros * 20 >= length;
    }
}
