using FashionRecs.Tables;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>Rows of the tables that merchandisers download.</summary>
public static class CsvText
{
    /// <summary>One row with its line end.</summary>
    public static string Row(params IEnumerable<string> fields) => TableWriter.Row(fields);
}
