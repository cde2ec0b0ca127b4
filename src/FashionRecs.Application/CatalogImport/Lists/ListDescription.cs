namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>How a list was read, for whoever looks at it: what it is, its first rows, and which column was taken for what.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Layout">Whose list it is, for example "Shopify product export".</param>
/// <param name="Kind">What kind of file, for example "Excel workbook".</param>
/// <param name="Encoding">Name of the encoding; null where the kind of file settles it.</param>
/// <param name="Separator">What stands between fields; null where there is no such thing.</param>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The first rows, each field shortened.</param>
/// <param name="Columns">Zero-based column of each field that has one.</param>
/// <param name="Trouble">Why nothing can be taken from it before a person says which column holds what; null where that is clear.</param>
public sealed record ListDescription(
    string Name, string Layout, string Kind, string? Encoding, char? Separator, IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyDictionary<ListField, int> Columns, string? Trouble)
{
    private const int Shown = 4;
    private const int LongestField = 80;
    private const int MostColumns = 100;

    /// <summary>Describes a list.</summary>
    public static ListDescription Of(ProductList list) => new(
        list.Name, list.Layout.Name, list.File.Kind, list.File.Encoding, list.File.Separator, list.File.Headings,
        [.. list.File.Rows().Take(Shown).Select(row =>
            row.Fields.Take(MostColumns).Select(field => field.Length <= LongestField ? field : field[..LongestField] + "…").ToArray())],
        Enum.GetValues<ListField>().Where(field => list.Columns.Of(field) is not null)
            .ToDictionary(field => field, field => list.Columns.Of(field)!.Value), list.Trouble);
}
