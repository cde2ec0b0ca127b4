using System.Globalization;
using CsvHelper;
using FashionRecs.Application.Catalog;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Reads a shop's list of products: CSV with a header, UTF-8, either line end, any order of columns.</summary>
public static class CatalogImportList
{
    private static readonly string[] Needed = ["product", "image", "name"];
    private static readonly string[] Known = [.. Needed, "type", "group", "section", "colour", "pattern", "price", "description"];

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

        using var csv = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',', TrackLineNumbers = true, FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        var columns = Header(csv, name);
        if (Needed.FirstOrDefault(column => !columns.Contains(column)) is { } missing)
        {
            throw new InvalidDataException($"{name}, line 1: the column '{missing}' is missing; the header needs {string.Join(", ", Needed)}.");
        }

        if (columns.FirstOrDefault(column => !Known.Contains(column)) is { } unknown)
        {
            throw new InvalidDataException($"{name}, line 1: the column '{unknown}' is unknown; known are {string.Join(", ", Known)}.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < limit && Next(csv, name); row++)
        {
            yield return Row(csv, columns.Count, seen);
        }
    }

    private static IReadOnlyList<string> Header(CsvReader csv, string name)
    {
        try
        {
            csv.ReadHeader();
            return csv.Headers;
        }
        catch (Exception exception) when (exception is CsvFormatException or InvalidOperationException or EndOfStreamException)
        {
            throw new InvalidDataException($"{name}, line 1: the header cannot be read; it needs {string.Join(", ", Needed)}.", exception);
        }
    }

    private static bool Next(CsvReader csv, string name)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException($"{name}, line {exception.LineNumber}: the row is not valid CSV ({exception.Message})", exception);
        }
    }

    private static CatalogImportListRow Row(CsvReader csv, int columns, HashSet<string> seen)
    {
        var line = (int)csv.LineNumber;
        string Field(string column) => csv.TryGetFieldIndex(column, out var at) && at < csv.FieldCount ? csv.GetString(at).Trim() : "";
        var (id, image, price) = (Field("product"), Field("image"), Field("price"));
        var cost = 0m;
        var reason = csv.FieldCount != columns ? $"it has {csv.FieldCount} fields instead of {columns}"
            : id.Length == 0 ? "the product id is empty"
            : image.Length == 0 ? "the image is empty"
            : !seen.Add(id) ? "the product stood in an earlier line"
            : price.Length > 0 && (!decimal.TryParse(price, NumberStyles.Float, CultureInfo.InvariantCulture, out cost) || cost < 0) ? $"the price '{price}' is not a number of at least 0"
            : null;
        var facts = new ProductFacts(
            id, Field("name"), Field("type"), Field("group"), Field("section"), Field("colour"), Field("pattern"), price.Length > 0 ? cost : null, Field("description"));
        return new CatalogImportListRow(line, image, facts, reason);
    }
}
