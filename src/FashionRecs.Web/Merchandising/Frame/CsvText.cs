using FashionRecs.Domain.Files;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>Writes comma-separated rows (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvText
{
    /// <summary>One row with its line end.</summary>
    public static string Row(params IEnumerable<string> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string text)
    {
        // A spreadsheet would run what begins like a formula; an apostrophe makes it text.
        var safe = text is ['=' or '+' or '@' or '\t' or '\r', ..] || (text is ['-', var second, ..] && !char.IsAsciiDigit(second)) ? "'" + text : text;
        return CsvField.Quote(safe);
    }
}
