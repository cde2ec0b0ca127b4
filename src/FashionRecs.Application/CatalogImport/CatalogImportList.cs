using System.Globalization;
using FashionRecs.Application.Catalog;
using FashionRecs.Tables;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Reads a shop's list of products: CSV with a header, UTF-8, either line end, any order of columns.</summary>
public static class CatalogImportList
{
    private static readonly string[] Needed = ["product", "image", "name"];
    private static readonly string[] Known = [.. Needed, "type", "group", "section", "colour", "pattern", "price", "description"];

    /// <summary>Largest row in bytes; a quote that is never closed would take in the whole file.</summary>
    private const int LargestRow = 64 * 1024;

    /// <summary>Longest description in letters; every page of a product shows it.</summary>
    private const int LongestDescription = 5_000;

    /// <summary>Longest of any other field in letters: pages show names by the dozen.</summary>
    private const int LongestField = 200;

    /// <summary>Reads the first rows of a list, one by one. A row that cannot be used comes with its reason.</summary>
    /// <exception cref="InvalidDataException">A needed column is missing or a column is unknown; the message names the line.</exception>
    /// <param name="path">The file.</param>
    /// <param name="limit">How many rows at most.</param>
    /// <param name="name">What people call the file, for messages; null for its path.</param>
    public static IEnumerable<CatalogImportListRow> Read(string path, int limit, string? name = null)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no file '{path}'.");
        }

        name ??= path;
        if (TextEncodingCheck.Trouble(path, name) is { } trouble)
        {
            throw new InvalidDataException(trouble);
        }

        using var rows = TableReader.ReadWithoutHeader(File.OpenText(path), name, LargestRow).GetEnumerator();
        var columns = Header(rows, name);
        if (Needed.FirstOrDefault(column => !columns.Contains(column)) is { } missing)
        {
            throw new InvalidDataException(
                $"{name}, line 1: the column '{missing}' is missing; the header needs {string.Join(", ", Needed)}.");
        }

        if (columns.FirstOrDefault(column => !Known.Contains(column)) is { } unknown)
        {
            throw new InvalidDataException($"{name}, line 1: the column '{unknown}' is unknown; known are {string.Join(", ", Known)}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < limit && rows.MoveNext(); row++)
        {
            yield return Row(rows.Current.Line, rows.Current.Fields, columns, seen);
        }
    }

    private static string[] Header(IEnumerator<(int Line, string[] Fields)> rows, string name)
    {
        var trouble = $"{name}, line 1: the header cannot be read; it needs {string.Join(", ", Needed)}.";
        try
        {
            return rows.MoveNext() ? rows.Current.Fields : throw new InvalidDataException(trouble);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(trouble, exception);
        }
    }

    private static int Longest(string column) => column == "description" ? LongestDescription : LongestField;

    private static CatalogImportListRow Row(int line, string[] fields, string[] columns, HashSet<string> seen)
    {
        string Field(string column) => Array.IndexOf(columns, column) is var at and >= 0 && at < fields.Length ? fields[at].Trim() : "";
        bool IsTooLong(string column) => Field(column).Length > Longest(column);
        var (id, image, price) = (Field("product"), Field("image"), Field("price"));
        var cost = 0m;
        var reason = fields.Length != columns.Length ? $"it has {fields.Length} fields instead of {columns.Length}"
            : id.Length == 0 ? "the product id is empty"
            : Known.FirstOrDefault(IsTooLong) is { } column
                ? $"the {column} is longer than {Longest(column)} letters"
            : image.Length == 0 ? "the image is empty"
            : !seen.Add(id) ? "the product stood in an earlier line"
            : price.Length > 0 && (!decimal.TryParse(price, NumberStyles.Float, CultureInfo.InvariantCulture, out cost) || cost < 0)
                ? "the price is not a number of at least 0"
            : null;
        var facts = new ProductFacts(
            id, Field("name"), Field("type"), Field("group"), Field("section"), Field("colour"), Field("pattern"),
            price.Length > 0 ? cost : null, Field("description"));
        return new CatalogImportListRow(line, image, facts, reason);
    }
}
