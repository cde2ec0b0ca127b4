using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>Cells of a sheet that are shown as one: what stands in the first of them is meant for all. Immutable.</summary>
/// <param name="Left">Zero-based column of the first.</param>
/// <param name="Top">One-based row of the first.</param>
/// <param name="Right">Zero-based column of the last.</param>
/// <param name="Bottom">One-based row of the last.</param>
internal sealed record MergedCells(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Ranges of a sheet that are kept; of more, the later ones stay as they are.</summary>
    private const int Most = 100_000;
    /// <summary>Bytes of the longest range, with its closing quote; what ends a sheet is longer.</summary>
    private const int LongestRange = 24;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("<mergeCell ref=\"");

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The merged cells of each sheet by its name, from the topmost on.</summary>
    /// <exception cref="XmlException">It is no workbook.</exception>
    public static IReadOnlyDictionary<string, MergedCells[]> Of(ZipArchive workbook)
    {
        var files = Elements(workbook.GetEntry("xl/_rels/workbook.xml.rels"), "Relationship", "Id", "Target");
        var merged = new Dictionary<string, MergedCells[]>(StringComparer.Ordinal);
        foreach (var (id, sheet) in Elements(workbook.GetEntry("xl/workbook.xml"), "sheet", "id", "name"))
        {
            var file = files.GetValueOrDefault(id, "").TrimStart('/');
            if (workbook.GetEntry(file.StartsWith("xl/", StringComparison.Ordinal) ? file : $"xl/{file}") is { } entry)
            {
                merged[sheet] = [.. Ranges(entry).Select(Read).Take(Most).OrderBy(range => range.Top)];
            }
        }

        return merged;
    }

    /// <summary>The rows of a sheet with what is meant for each cell of them.</summary>
    public static IEnumerable<string[]> Fill(IEnumerable<string[]> rows, IReadOnlyList<MergedCells> merged)
    {
        var (line, next, open) = (0, 0, new List<(MergedCells Range, string Text)>());
        foreach (var row in rows)
        {
            line++;
            open.RemoveAll(one => one.Range.Bottom < line);
            for (; next < merged.Count && merged[next].Top <= line; next++)
            {
                if (merged[next].Top == line && merged[next].Left < row.Length)
                {
                    open.Add((merged[next], row[merged[next].Left]));
                }
            }

            foreach (var (range, text) in open)
            {
                for (var column = range.Left; column <= Math.Min(range.Right, row.Length - 1); column++)
                {
                    row[column] = row[column].Length > 0 ? row[column] : text;
                }
            }

            yield return row;
        }
    }

    private static Dictionary<string, string> Elements(ZipArchiveEntry? entry, string element, string key, string value)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = entry?.Open() ?? Stream.Null;
        using var reader = XmlReader.Create(stream, Settings);
        while (entry is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element
                && (reader.GetAttribute(key, Relations) ?? reader.GetAttribute(key)) is { } own && reader.GetAttribute(value) is { } text)
            {
                found[own] = text;
            }
        }

        return found;
    }

    private static IEnumerable<string> Ranges(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var block = new byte[1 << 16];
        for (int kept = 0, read; (read = stream.ReadAtLeast(block.AsSpan(kept), 1, throwOnEndOfStream: false)) > 0;)
        {
            var (at, end) = (0, kept + read);
            for (int found; (found = block.AsSpan(at, end - at).IndexOf(Mark)) >= 0 && at + found + Mark.Length + LongestRange <= end;)
            {
                at += found + Mark.Length;
                yield return Encoding.ASCII.GetString(block, at, Math.Max(0, block.AsSpan(at, LongestRange).IndexOf((byte)'"')));
            }

            // What may be the beginning of a mark is looked at again with what follows it.
            kept = Math.Min(end - at, Mark.Length + LongestRange);
            block.AsSpan(end - kept, kept).CopyTo(block);
        }
    }

    /// <summary>Reads "B2:C9".</summary>
    private static MergedCells Read(string range)
    {
        var corners = range.Split(':');
        var ((left, top), (right, bottom)) = (Place(corners[0]), Place(corners[^1]));
        return new MergedCells(left, top, right, bottom);
    }

    private static (int Column, int Row) Place(string cell)
    {
        var (column, row) = (0, 0);
        foreach (var letter in cell)
        {
            column = char.IsAsciiLetter(letter) ? Math.Min(1 << 20, (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1) : column;
            row = char.IsAsciiDigit(letter) ? Math.Min(1 << 24, (row * 10) + letter - '0') : row;
        }

        return (column - 1, row);
    }
}
