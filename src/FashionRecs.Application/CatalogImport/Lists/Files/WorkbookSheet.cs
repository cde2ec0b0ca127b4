using System.Globalization;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>A sheet of a workbook, as its cells read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Headings">Its headings, without empty ones at the end; none where the sheet is empty.</param>
/// <param name="Rows">The rows behind them, with their numbers.</param>
internal sealed record WorkbookSheet(string Name, IReadOnlyList<string> Headings, Func<IEnumerable<ListRow>> Rows)
{
    private const int LongestCell = 100_000;

    /// <summary>Digits that a spreadsheet keeps; a number with more is shown with zeros.</summary>
    private const double LargestNumber = 1e27;

    /// <summary>Finds the headings of a sheet.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="cells">Its rows, anew with each call.</param>
    public static WorkbookSheet Of(string name, Func<IEnumerable<string[]>> cells)
    {
        string[][] first = [.. cells().Take(ListHeader.MostRows)];
        var place = ListHeader.Place(first);
        var header = place < first.Length ? first[place] : [];
        var headings = header[..(Array.FindLastIndex(header, cell => !string.IsNullOrWhiteSpace(cell)) + 1)];
        IEnumerable<ListRow> Rows()
        {
            var line = 0;
            foreach (var row in cells())
            {
                if (++line > place + 1 && !row.All(string.IsNullOrWhiteSpace))
                {
                    yield return new ListRow(line, [.. Enumerable.Range(0, headings.Length).Select(at => at < row.Length ? row[at] : "")]);
                }
            }
        }

        return new WorkbookSheet(name, headings, Rows);
    }

    /// <summary>Whether another sheet has the same headings, in the same order.</summary>
    public bool HasHeadingsOf(WorkbookSheet other) =>
        Headings.Select(ListHeadings.Plain).SequenceEqual(other.Headings.Select(ListHeadings.Plain), StringComparer.Ordinal);

    /// <summary>What a cell shows.</summary>
    public static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            // Fifteen digits, as the sheet shows them: 19.99 and not 19.989999999999998.
            double number when Math.Abs(number) < LargestNumber => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            bool isTrue => isTrue ? "TRUE" : "FALSE",
            DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= LongestCell ? text : text[..LongestCell];
    }
}
