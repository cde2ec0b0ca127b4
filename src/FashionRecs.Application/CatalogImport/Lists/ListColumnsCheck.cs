using FashionRecs.Application.CatalogImport.Lists.Files;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Says what is wrong with the columns of a list, by its real cause.</summary>
internal static class ListColumnsCheck
{
    private const int MostNamed = 30;

    /// <summary>Says which needed column is missing; null where all are there.</summary>
    /// <exception cref="InvalidDataException">One that counts stands twice, which nobody could choose from.</exception>
    public static string? Trouble(string name, ListFile file, ListColumns columns)
    {
        string No(string why) => $"{name}, line 1: {why}";
        foreach (var field in Enum.GetValues<ListField>())
        {
            if (columns.HeadingOf(field) is { } heading)
            {
                int[] same = [.. Enumerable.Range(0, file.Headings.Count)
                    .Where(place => ListHeadings.Plain(file.Headings[place]) == ListHeadings.Plain(heading))];
                if (same.Length > 1)
                {
                    throw new InvalidDataException(No($"the column '{heading.Trim()}' stands {(same.Length == 2 ? "twice" : $"{same.Length} times")} (columns {string.Join(" and ", same.Select(place => place + 1))}); give each a heading of its own."));
                }
            }
        }

        var missing = ListHeadings.Needed.Where(field => columns.Of(field) is null).ToArray();
        if (missing.Length == 0)
        {
            return null;
        }

        var what = missing.Length == 1
            ? $"the column '{ListHeadings.Words(missing[0])}' is missing"
            : $"the columns {string.Join(" and ", missing.Select(field => $"'{ListHeadings.Words(field)}'"))} are missing";
        return No($"{what}. {Has(file)}{Could(file, columns, missing)}");
    }

    private static string Has(ListFile file)
    {
        var named = file.Headings.Take(MostNamed).Select(heading => heading.Trim()).Where(heading => heading.Length > 0).Select(Shortened);
        var separated = file.Separator is { } separator
            ? $"read with the {DelimitedFile.Words(separator)} between columns"
            : $"an {file.Kind}".Replace("an text", "a text", StringComparison.Ordinal);
        return file.Headings.Count == 1
            ? $"The list is {separated} and has only one column, '{Shortened(file.Headings[0].Trim())}'; perhaps another character stands between its columns."
            : $"The list is {separated} and has the columns {string.Join(", ", named)}{(file.Headings.Count > MostNamed ? " and more" : "")}.";
    }

    /// <summary>Columns that nothing is known of, for what is missing.</summary>
    private static string Could(ListFile file, ListColumns columns, IReadOnlyList<ListField> missing)
    {
        var used = Enum.GetValues<ListField>().Select(columns.Of).ToHashSet();
        string[] free = [.. file.Headings.Where((heading, place) => !used.Contains(place) && heading.Trim().Length > 0)
            .Select(heading => $"'{Shortened(heading.Trim())}'").Take(5)];
        return free.Length == 0 || file.Headings.Count == 1 ? "" : $" {string.Join(" or ", free)} could be meant for {string.Join(" and ", missing.Select(ListHeadings.Words))}: say which.";
    }

    private static string Shortened(string heading) => heading.Length <= 60 ? heading : heading[..60] + "…";
}
