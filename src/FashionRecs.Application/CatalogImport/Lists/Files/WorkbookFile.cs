using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>The first sheet of an Excel workbook (.xlsx), row by row.</summary>
internal sealed class WorkbookFile : IListFileFormat
{
    private const int LongestCell = 100_000;
    private const int MostColumns = 500;

    /// <summary>Bytes that a workbook may unpack to; a million rows are about 500 MB.</summary>
    private const long LargestUnpacked = 4L << 30;

    /// <summary>Bytes of texts that are kept in memory; more are kept in a file meanwhile.</summary>
    private const long SharedTexts = 20L << 20;

    /// <inheritdoc/>
    public bool Recognizes(ListFileHead head) => head.IsZip && head.Ending is not ".zip";

    /// <inheritdoc/>
    public ListFile Open(string path, string name, ListChoices choices)
    {
        Check(path, name);
        IEnumerable<string[]> Cells() => Guarded(name, () => MiniExcel
            .Query(path, useHeaderRow: false, excelType: ExcelType.XLSX,
            configuration: new OpenXmlConfiguration { EnableSharedStringCache = true, SharedStringCacheSize = SharedTexts })
            .Select(row => ((IDictionary<string, object?>)row).Values.Take(MostColumns).Select(Text).ToArray()));
        var (headings, first) = Header(Cells(), name);
        IEnumerable<ListRow> Rows()
        {
            var line = 0;
            foreach (var cells in Cells())
            {
                if (++line <= first || cells.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                yield return new ListRow(line,
                    [.. Enumerable.Range(0, headings.Length).Select(place => place < cells.Length ? cells[place] : "")]);
            }
        }

        return new ListFile("Excel workbook", headings, Rows);
    }

    /// <summary>The first row that is not empty; columns without a heading at the end are left out.</summary>
    private static (string[] Headings, int Line) Header(IEnumerable<string[]> rows, string name)
    {
        var line = 0;
        foreach (var cells in rows)
        {
            line++;
            if (Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) is var last and >= 0)
            {
                return (cells[..(last + 1)], line);
            }
        }

        throw new InvalidDataException($"{name}, line 1: the list is empty.");
    }

    private static void Check(string path, string name)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.GetEntry("xl/workbook.xml") is null)
            {
                throw new InvalidDataException($"{name} is an archive and not an Excel workbook.");
            }

            if (archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            {
                throw new InvalidDataException($"{name} unpacks to more than {LargestUnpacked >> 30} GB.");
            }
        }
        catch (InvalidDataException exception) when (!exception.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name} is not a readable Excel workbook; it may be cut off.", exception);
        }
    }

    /// <summary>What a broken workbook makes the reader throw becomes one sentence.</summary>
    private static IEnumerable<string[]> Guarded(string name, Func<IEnumerable<string[]>> open)
    {
        IEnumerator<string[]>? rows = null;
        try
        {
            for (var line = 1; ; line++)
            {
                string[] row;
                try
                {
                    rows ??= open().GetEnumerator();
                    if (!rows.MoveNext())
                    {
                        yield break;
                    }

                    row = rows.Current;
                }
                catch (Exception exception) when (exception is XmlException or FormatException or InvalidOperationException or InvalidDataException or NullReferenceException or ArgumentException
                    or KeyNotFoundException or OverflowException or IndexOutOfRangeException)
                {
                    throw new InvalidDataException($"{name}, row {line}: the workbook cannot be read.", exception);
                }

                yield return row;
            }
        }
        finally
        {
            rows?.Dispose();
        }
    }

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            // Fifteen digits, as the sheet shows them: 19.99 and not 19.989999999999998.
            double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= LongestCell ? text : text[..LongestCell];
    }
}
