using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using MiniExcelLibs.OpenXml.Models;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>An Excel workbook (.xlsx), row by row: the sheets that hold products, else the first with words.</summary>
internal sealed class WorkbookFile : IListFileFormat
{
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
        var merged = Check(path, name);
        var configuration = new OpenXmlConfiguration { EnableSharedStringCache = true, SharedStringCacheSize = SharedTexts };
        // What somebody hid they do not mean to hand in.
        string[] names = [.. Guarded(name, () => MiniExcel.GetSheetInformations(path, configuration)
            .Where(sheet => sheet.State == SheetState.Visible).Select(sheet => sheet.Name))];
        WorkbookSheet[] sheets = [.. names.Select(sheet => WorkbookSheet.Of(sheet, () => MergedCells.Fill(Guarded(name, () => MiniExcel
            .Query(path, useHeaderRow: false, sheet, ExcelType.XLSX, configuration: configuration)
            .Select(row => ((IDictionary<string, object?>)row).Values.Take(MostColumns).Select(WorkbookSheet.Text).ToArray())),
                merged.GetValueOrDefault(sheet, []))))
            .Where(sheet => sheet.Headings.Count > 0)];
        if (sheets.Length == 0)
        {
            throw new InvalidDataException($"{name}, line 1: the list is empty.");
        }

        // Instructions and lists of choices stand on sheets of their own, and so do departments.
        WorkbookSheet[] lists = [.. sheets.Where(sheet => ListHeader.HasAll(sheet.Headings))];
        if (lists.FirstOrDefault(sheet => !sheet.HasHeadingsOf(lists[0])) is { } other)
        {
            throw new InvalidDataException(
                $"{name} has products on the sheets '{lists[0].Name}' and '{other.Name}', with other headings; hand in each as a list.");
        }

        WorkbookSheet[] read = lists.Length > 0 ? lists : sheets[..1];
        return new ListFile(Words(read, names.Length), read[0].Headings, () => read.SelectMany(sheet => sheet.Rows()));
    }

    private static string Words(WorkbookSheet[] read, int sheets) => sheets == 1 ? "Excel workbook"
        : $"Excel workbook, {(read.Length == 1 ? "sheet" : "sheets")} {string.Join(" and ", read.Select(sheet => $"'{sheet.Name}'"))}";

    /// <summary>Refuses what is no workbook; finds its merged cells.</summary>
    private static IReadOnlyDictionary<string, MergedCells[]> Check(string path, string name)
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

            return MergedCells.Of(archive);
        }
        catch (Exception exception) when (exception is XmlException
            || (exception is InvalidDataException && !exception.Message.StartsWith(name, StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{name} is not a readable Excel workbook; it may be cut off.", exception);
        }
    }

    /// <summary>What a broken workbook makes the reader throw becomes one sentence.</summary>
    private static IEnumerable<T> Guarded<T>(string name, Func<IEnumerable<T>> open)
    {
        IEnumerator<T>? rows = null;
        try
        {
            for (var line = 1; ; line++)
            {
                T row;
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
}
