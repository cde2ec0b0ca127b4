using System.Globalization;
using System.IO.Compression;
using System.Text;
using FashionRecs.Experiments.Preregistration.Fonts;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>
/// A PDF (ISO 32000-1) of headings and paragraphs on A4, with numbered pages, in Helvetica, which every reader has. Words with other letters
/// or signs, such as Greek, Cyrillic or Polish ones, are set in DejaVu Sans, whose outlines of what is used lie in the file. Chinese and
/// Japanese kana are set in Adobe's STSong, which readers bring or replace: a font of them would be larger than all else. What neither has
/// becomes question marks.
/// </summary>
/// <param name="title">What readers show as the document's title; in ASCII.</param>
/// <param name="footer">What stands below each page, before its number.</param>
internal sealed class PdfText(string title, string footer)
{
    private const int Width = 595;
    private const int Height = 842;
    private const int Margin = 56;
    private const int FooterSize = 8;

    /// <summary>Objects before the pages: catalog, pages, title, three fonts with what the third consists of.</summary>
    private const int Usual = 8;

    /// <summary>The fonts by their names in the file.</summary>
    private const int Plain = 1, Bold = 2, Chinese = 3, Embedded = 4;

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

    private static readonly Lazy<TrueTypeFont> Letters = new(() =>
    {
        using var file = typeof(PdfText).Assembly.GetManifestResourceStream("Fonts/DejaVuSans.ttf")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    });

    private readonly SortedDictionary<int, char> used = [];
    private readonly List<StringBuilder> pages = [];
    private int y;

    /// <summary>Adds a paragraph; <paramref name="size"/>, <paramref name="before"/> and <paramref name="followed"/> in points.</summary>
    /// <param name="followed">How much has to follow on the same page, for a heading that is not to be left alone.</param>
    public void Add(string text, int size = 10, bool bold = false, int before = 4, int followed = 0)
    {
        Letter[][] lines = [.. text.Split('\n').SelectMany(part => Wrapped(Set(part.Replace('\t', ' '), bold), size))];
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
            pages[^1].Append(Shown(line, size, y));
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        // Pages are written first: they say which letters are used.
        string[] contents = [.. pages.Select((content, page) => content
            + Shown(Set($"{footer}, page {page + 1} of {pages.Count}", bold: false), FooterSize, Margin / 2))];
        string[] embedded = used.Count > 0 ? Font(Letters.Value) : [];
        var before = Usual + embedded.Length;
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', contents.Select((_, page) => $"{before + 1 + (2 * page)} 0 R"))}] "
                + $"/Count {contents.Length} >>",
            $"<< /Title <{Convert.ToHexString(Encoding.ASCII.GetBytes(title))}> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 8 0 R "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
                + "/Descent -120 /CapHeight 880 /StemV 93 >>",
        };
        objects.AddRange(embedded);
        foreach (var (content, page) in contents.Select((content, page) => (content, page)))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 4 0 R /F2 5 0 R "
                // Readers without Chinese complain where it is only named.
                + (content.Contains("/F3", StringComparison.Ordinal) ? "/F3 6 0 R " : "")
                + (content.Contains("/F4", StringComparison.Ordinal) ? $"/F4 {Usual + 1} 0 R " : "")
                + $">> >> /Contents {before + 2 + (2 * page)} 0 R >>");
            objects.Add(Stream(content));
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
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>From one line to the next, in points.</summary>
    private static int Leading(int size) => (int)Math.Ceiling(size * 1.35);

    /// <summary>Which font each letter of a text is set in.</summary>
    private static Letter[] Set(string text, bool bold)
    {
        var helvetica = bold ? Bold : Plain;
        Letter[] set = [.. text.Select(character => new Letter(character, IsWide(character) ? Chinese
            : Encoded(character) is not null || Letters.Value.GlyphOf(character) == 0 ? helvetica : Embedded))];
        // A word is set in one font.
        for (var start = 0; start < set.Length;)
        {
            var end = start + 1;
            while (end < set.Length && IsOfAWord(set[start]) && IsOfAWord(set[end]))
            {
                end++;
            }

            var word = set.AsSpan(start, end - start);
            if (word.ToArray().Any(letter => letter.Font == Embedded))
            {
                foreach (ref var letter in word)
                {
                    letter = letter with { Font = Letters.Value.GlyphOf(letter.Character) > 0 ? Embedded : letter.Font };
                }
            }

            start = end;
        }

        return set;
    }

    private static bool IsOfAWord(Letter letter) => letter.Character != ' ' && letter.Font != Chinese;

    /// <summary>A line with its foot at <paramref name="y"/>, in pieces of one font each.</summary>
    private string Shown(Letter[] line, int size, int y)
    {
        var shown = new StringBuilder(FormattableString.Invariant($"BT {Margin} {y} Td"));
        for (var start = 0; start < line.Length;)
        {
            var font = line[start].Font;
            var end = start + 1;
            while (end < line.Length && line[end].Font == font)
            {
                end++;
            }

            shown.Append(CultureInfo.InvariantCulture, $" /F{font} {size} Tf ").Append('<')
                .Append(string.Concat(line[start..end].Select(Code))).Append("> Tj");
            start = end;
        }

        return shown.Append(" ET\n").ToString();
    }

    /// <summary>What stands for a letter in its font.</summary>
    private string Code(Letter letter)
    {
        if (letter.Font == Embedded)
        {
            used[Letters.Value.GlyphOf(letter.Character)] = letter.Character;
        }

        return letter.Font switch
        {
            Embedded => $"{Letters.Value.GlyphOf(letter.Character):X4}",
            Chinese => $"{(int)letter.Character:X4}",
            _ => $"{Encoded(letter.Character) ?? (byte)'?':X2}",
        };
    }

    private static IEnumerable<Letter[]> Wrapped(Letter[] text, int size)
    {
        var room = 1000.0 * (Width - (2 * Margin)) / size;
        var (start, stop, width) = (0, 0, 0.0);
        for (var at = 0; at < text.Length; at++)
        {
            width += WidthOf(text[at]);
            if (width > room && at > start && text[at].Character != ' ')
            {
                var end = stop > start ? stop : at;
                var last = Array.FindLastIndex(text, end - 1, end - start, letter => letter.Character != ' ');
                yield return text[start..Math.Max(start, 1 + last)];
                (start, stop) = (end, end);
                width = text[start..(at + 1)].Sum(WidthOf);
            }

            if (text[at].Character == ' '
                || (text[at].Font == Chinese && !(at + 1 < text.Length && "，。、；：？！）》」』".Contains(text[at + 1].Character))))
            {
                stop = at + 1;
            }
        }

        yield return text[start..];
    }

    /// <summary>The objects of the font that lies in the file, from the one after the usual ones on.</summary>
    private string[] Font(TrueTypeFont font)
    {
        // The letters of its name say that it is a part.
        const string Name = "PREREG+DejaVuSans";
        var outlines = font.Subset(used.Keys);
        return
        [
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{Name} /Encoding /Identity-H /DescendantFonts [{Usual + 2} 0 R] "
                + $"/ToUnicode {Usual + 5} 0 R >>",
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{Name} /FontDescriptor {Usual + 3} 0 R /CIDToGIDMap /Identity "
                + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                + $"/W [{string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{font.WidthOf(glyph)}]"))}] >>",
            $"<< /Type /FontDescriptor /FontName /{Name} /Flags 4 /FontBBox [{string.Join(' ', font.Bounds)}] /ItalicAngle 0 "
                + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 729 /StemV 80 /FontFile2 {Usual + 4} 0 R >>",
            Stream(Packed(outlines), $" /Filter /FlateDecode /Length1 {outlines.Length}"),
            Stream(Characters()),
        ];
    }

    /// <summary>Which characters the glyphs stand for, for whoever copies text or searches.</summary>
    private string Characters()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        // At most a hundred stand together.
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n")
                .AppendJoin('\n', some.Select(pair => $"<{pair.Key:X4}> <{(int)pair.Value:X4}>")).Append("\nendbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }

    private static string Stream(string content, string entries = "") =>
        $"<< /Length {content.Length}{entries} >>\nstream\n{content}endstream";

    /// <summary>The bytes in fewer, each as the character of its number.</summary>
    private static string Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var to = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            to.Write(bytes);
        }

        return Encoding.Latin1.GetString(packed.ToArray());
    }

    /// <summary>Whether a character is set in the Chinese font, in which each is as wide as it is high.</summary>
    private static bool IsWide(char character) =>
        character is >= '\u3000' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\uFF00' and <= '\uFF5E';

    /// <summary>In thousandths of the size. Bold letters are wider by 8 % at most.</summary>
    private static double WidthOf(Letter letter) => letter.Font switch
    {
        Chinese => 1000,
        Embedded => Letters.Value.WidthOf(Letters.Value.GlyphOf(letter.Character)),
        var font => (Encoded(letter.Character) is >= 32 and <= 126 and var code ? Widths[code - 32] : 556) * (font == Bold ? 1.08 : 1),
    };

    private static byte? Encoded(char character) => Specials.TryGetValue(character, out var code) ? (byte)code
        : character is >= ' ' and <= '~' or >= (char)160 and <= (char)255 ? (byte)character : null;

    /// <summary>A letter with the number of the font that it is set in.</summary>
    private readonly record struct Letter(char Character, int Font);
}
