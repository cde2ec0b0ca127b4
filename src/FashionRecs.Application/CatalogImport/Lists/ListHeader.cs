namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Finds the row of headings, above which people write titles, dates and remarks.</summary>
internal static class ListHeader
{
    /// <summary>Rows among which it is looked for.</summary>
    public const int MostRows = 20;

    /// <summary>How many known headings a first row has that nobody would take for a title.</summary>
    private const int TellingHeadings = 2;

    /// <summary>
    /// Zero-based place of the headings: the first row with words, unless it is none and a later one has all that is needed; how many rows
    /// there are where none has words.
    /// </summary>
    /// <param name="rows">The first rows.</param>
    public static int Place(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var first = rows.TakeWhile(row => row.All(string.IsNullOrWhiteSpace)).Count();
        if (first >= rows.Count || rows[first].Count(ListHeadings.IsCommon) >= TellingHeadings)
        {
            return first;
        }

        for (var place = first + 1; place < rows.Count; place++)
        {
            if (HasAll(rows[place]))
            {
                return place;
            }
        }

        return first;
    }

    /// <summary>Whether a row has a known heading for everything that is needed.</summary>
    public static bool HasAll(IReadOnlyList<string> row)
    {
        var columns = ListColumns.From(row, ListHeadings.Common);
        return ListHeadings.Needed.All(field => columns.Of(field) is not null);
    }
}
