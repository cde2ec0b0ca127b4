using System.Globalization;
using System.Text;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>
/// A PDF (ISO 32000-1) of headings and paragraphs on A4 in Helvetica, one of the fonts that every reader has. Characters that its encoding
/// (WinAnsi) lacks become question marks.
/// </summary>
internal sealed class PdfText
{
    private const int Width = 595;
    private const int Height = 842;
    private const int Margin = 56;

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
        new() { ['–'] = 150, ['—'] = 151, ['‘'] = 145, ['’'] = 146, ['“'] = 147, ['”'] = 148, ['…'] = 133, ['−'] = 150, ['€'] = 128 };

    private readonly List<StringBuilder> pages = [];
    private int y;

    /// <summary>Adds a paragraph; <paramref name="size"/> in points.</summary>
    public void Add(string text, int size = 10, bool bold = false, int before = 4)
    {
        y -= before;
        foreach (var line in text.Split('\n').SelectMany(part => Wrapped(part, size)))
        {
            if (pages.Count == 0 || y - size < Margin)
            {
                pages.Add(new StringBuilder());
                y = Height - Margin;
            }

            y -= (int)Math.Ceiling(size * 1.35);
            pages[^1].Append(CultureInfo.InvariantCulture,
                $"BT /F{(bold ? 2 : 1)} {size} Tf {Margin} {y} Td <{Convert.ToHexString(Encoded(line))}> Tj ET\n");
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, page) => $"{5 + (2 * page)} 0 R"))}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (content, page) in pages.Select((content, page) => (content.ToString(), page)))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
                + $"/Contents {6 + (2 * page)} 0 R >>");
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
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static IEnumerable<string> Wrapped(string text, int size)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => word.Chunk(70).Select(piece => new string(piece))))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Encoded(longer).Sum(WidthOf) * size > 1000 * (Width - (2 * Margin)))
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    private static int WidthOf(byte character) => character is >= 32 and <= 126 ? Widths[character - 32] : 556;

    private static byte[] Encoded(string text) =>
        [.. text.Select(character => Specials.TryGetValue(character, out var code) ? (byte)code
            : character is >= ' ' and <= '~' or >= (char)160 and <= (char)255 ? (byte)character : (byte)'?')];
}
