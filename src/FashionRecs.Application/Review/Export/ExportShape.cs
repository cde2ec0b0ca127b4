namespace FashionRecs.Application.Review.Export;

/// <summary>What an export looks like.</summary>
/// <param name="Format"><c>csv</c>, <c>json</c> or <c>fashionai</c>.</param>
/// <param name="IsWide">One row for each product; else for each attribute of a product.</param>
/// <param name="Columns">Names of the columns; empty for all.</param>
public sealed record ExportShape(string Format, bool IsWide, IReadOnlyList<string> Columns)
{
    /// <summary>Reads one; null where it is none, with the reason in a sentence.</summary>
    public static (ExportShape? Shape, string? Trouble) Read(string? format, string? rows, IReadOnlyList<string>? columns) =>
        format is not ("csv" or "json" or "fashionai") ? (null, "The format is fashionai, csv or json.")
        : rows is not (null or "" or "attribute" or "product") ? (null, "There is one row for each product or for each attribute.")
        : (new(format, rows == "product", columns ?? []), null);

    /// <summary>Name of the file.</summary>
    public string FileName => Format switch
    {
        "fashionai" => "label.csv",
        "json" => IsWide ? "products.jsonl" : "tags.jsonl",
        _ => IsWide ? "products.csv" : "tags.csv",
    };

    /// <summary>Its media type.</summary>
    public string MediaType => Format == "json" ? "application/x-ndjson; charset=utf-8" : "text/csv; charset=utf-8";

    /// <summary>Whether a column is wanted.</summary>
    public bool Has(string column) => Columns.Count == 0 || Columns.Contains(column, StringComparer.Ordinal);
}
