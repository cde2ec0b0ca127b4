namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>A list of products as it stands in a file: headings, and rows that can be read again and again, one by one.</summary>
/// <param name="Kind">What it is, in people's words, for example "Excel workbook".</param>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The rows behind them; throws <see cref="InvalidDataException"/> with the line where one cannot be read.</param>
public sealed record ListFile(string Kind, IReadOnlyList<string> Headings, Func<IEnumerable<ListRow>> Rows)
{
    /// <summary>Name of the encoding; null where the kind of file settles it.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between fields; null where there is no such thing.</summary>
    public char? Separator { get; init; }
}
