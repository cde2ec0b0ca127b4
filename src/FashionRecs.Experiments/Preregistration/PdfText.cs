using System.Globalization;
using System.Text;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>
/// A PDF (ISO 32000-1) of headings and paragraphs on A4, with numbered pages, in Helvetica, which every reader has. Chinese, Japanese kana,
/// Greek, Cyrillic and signs of mathematics are set in Adobe's STSong, which readers bring or replace. Of other letters that the encoding
/// (WinAnsi) or STSong lacks the accent is dropped; what is left becomes question marks.
/// </summary>
/// <param name="title">What readers show as the document's title; in ASCII.</param>
/// <param name="footer">What stands below each page, before its number.</param>
internal sealed class PdfText(string title, string footer)
{
    private const int Width = 595;
    private const int Height = 842;
    private const int Margin = 56;
    private const int FooterSize = 8;

    /// <summary>Objects before the pages: catalog, pages, three fonts with what the third consists of, and the title.</summary>
    private const int Before = 8;

    /// <summary>Widths of the characters 32 to 126 in thousandths of the size, from Adobe's metrics of Helvetica.</summary>
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667,
        611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584,
    ];

    private static readonly Dictionary<char, int> Specials =
        new()
        {
            ['–'] = 150, ['—'] = 151, ['‘'] = 145, ['’'] = 146, ['“'] = 147, ['”'] = 148, ['‚'] = 130, ['„'] = 132, ['‹'] = 139,
            ['›'] = 155, ['•'] = 149, ['…'] = 133, ['−'] = 150, ['€'] = 128,
        };

    /// <summary>The letters U+0100 to U+017F without accents; the shop runs without the tables of languages that could tell.</summary>
    private const string Plain =
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
            + "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>Greek letters that STSong lacks, and those below them that it has.</summary>
    private const string Accented = "ΆΈΉΊΌΎΏΐΪΫάέήίΰςϊϋόύώ";
    private const string Unaccented = "ΑΕΗΙΟΥΩιΙΥαεηιυσιυουω";

    private readonly List<StringBuilder> pages = [];
    private int y;

    /// <summary>Adds a paragraph; <paramref name="size"/>, <paramref name="before"/> and <paramref name="followed"/> in points.</summary>
    /// <param name="followed">How much has to follow on the same page, for a heading that is not to be left alone.</param>
    public void Add(string text, int size = 10, bool bold = false, int before = 4, int followed = 0)
    {
        string[] lines = [.. text.Split('\n').SelectMany(part => Wrapped(string.Concat(part.Select(Drawn)), size, bold))];
        y -= before;
        if (followed > 0 && y - (lines.Length * Leading(size)) - followed < Margin)
        {
            y = 0;
        }

        foreach (var line in lines)
        {
            if (pages.Count == 0 || y - size < Margin)
            {
                pages.Add(new StringBuilder());
                y = Height - Margin;
            }

            y -= Leading(size);
            pages[^1].Append(Shown(line, size, bold, y));
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, page) => $"{Before + 1 + (2 * page)} 0 R"))}] "
                + $"/Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
                + "/Descent -120 /CapHeight 880 /StemV 93 >>",
            $"<< /Title <{Convert.ToHexString(Encoding.ASCII.GetBytes(title))}> >>",
        };
        foreach (var (content, page) in pages.Select((content, page) =>
            (content + Shown($"{footer}, page {page + 1} of {pages.Count}", FooterSize, bold: false, Margin / 2), page)))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] "
                // Readers without Chinese complain where it is only named.
                + $"/Resources << /Font << /F1 3 0 R /F2 4 0 R {(content.Contains("/F3", StringComparison.Ordinal) ? "/F3 5 0 R " : "")}>> >> "
                + $"/Contents {Before + 2 + (2 * page)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}endstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (body, number) in objects.Select((body, number) => (body, number + 1)))
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info {Before} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>From one line to the next, in points.</summary>
    private static int Leading(int size) => (int)Math.Ceiling(size * 1.35);

    /// <summary>A line with its foot at <paramref name="y"/>, in pieces of one font each.</summary>
    private static string Shown(string line, int size, bool bold, int y)
    {
        var shown = new StringBuilder(FormattableString.Invariant($"BT {Margin} {y} Td"));
        for (var start = 0; start < line.Length;)
        {
            var isWide = IsWide(line[start]);
            var end = start + 1;
            while (end < line.Length && IsWide(line[end]) == isWide)
            {
                end++;
            }

            var piece = line[start..end];
            shown.Append(CultureInfo.InvariantCulture, $" /F{(isWide ? 3 : bold ? 2 : 1)} {size} Tf ").Append('<')
                .Append(Convert.ToHexString(isWide ? Encoding.BigEndianUnicode.GetBytes(piece) : [.. piece.Select(Encoded)]))
                .Append("> Tj");
            start = end;
        }

        return shown.Append(" ET\n").ToString();
    }

    private static IEnumerable<string> Wrapped(string text, int size, bool bold)
    {
        var room = 1000.0 * (Width - (2 * Margin)) / size;
        var (start, stop, width) = (0, 0, 0.0);
        for (var at = 0; at < text.Length; at++)
        {
            width += WidthOf(text[at], bold);
            if (width > room && at > start && text[at] != ' ')
            {
                var end = stop > start ? stop : at;
                yield return text[start..end].TrimEnd();
                (start, stop) = (end, end);
                width = text[start..(at + 1)].Sum(character => WidthOf(character, bold));
            }

            if (text[at] == ' '
                || (IsWide(text[at]) && !IsSpelled(text[at]) && !(at + 1 < text.Length && "，。、；：？！）》」』".Contains(text[at + 1]))))
            {
                stop = at + 1;
            }
        }

        yield return text[start..];
    }

    /// <summary>Greek and Cyrillic are written in words, which no line breaks.</summary>
    private static bool IsSpelled(char character) => character <= '\u04FF';

    private static char Drawn(char character) => character == '\t' ? ' '
        : Accented.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at ? Unaccented[at] : character;

    /// <summary>Whether a character is set in the third font, in which each is as wide as it is high. It has Russian.</summary>
    private static bool IsWide(char character) => !Specials.ContainsKey(character) && character
        is >= 'Α' and <= 'ω' or '\u0401' or >= '\u0410' and <= '\u044F' or '\u0451' or >= '\u2010' and <= '\u22FF'
            or >= '\u3000' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\uFF00' and <= '\uFF5E';

    /// <summary>In thousandths of the size. Bold letters are wider by 8 % at most.</summary>
    private static double WidthOf(char character, bool bold) => IsWide(character) ? 1000
        : (Encoded(character) is >= 32 and <= 126 and var code ? Widths[code - 32] : 556) * (bold ? 1.08 : 1);

    private static byte Encoded(char character) => Specials.TryGetValue(character, out var code) ? (byte)code
        : character is >= ' ' and <= '~' or >= (char)160 and <= (char)255 ? (byte)character
        : character is >= '\u0100' and <= '\u017F' ? (byte)Plain[character - '\u0100'] : (byte)'?';
}
