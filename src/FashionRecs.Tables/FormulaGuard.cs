using System.Globalization;

namespace FashionRecs.Tables;

/// <summary>
/// Keeps spreadsheets from running a cell as a formula (OWASP, "CSV Injection"): an apostrophe before it makes it text. CsvHelper's own
/// guard would make text of negative numbers as well.
/// </summary>
internal static class FormulaGuard
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Puts an apostrophe before what begins like a formula and is no number, or begins like something guarded already.</summary>
    public static string? Guard(string? text) => text is not null && BeginsLikeFormula(text) && !IsNegativeNumber(text) ? "'" + text : text;

    /// <summary>Takes off what <see cref="Guard"/> put on.</summary>
    public static string Unguard(string text) => text.StartsWith('\'') && BeginsLikeFormula(text) ? text[1..] : text;

    private static bool BeginsLikeFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static bool IsNegativeNumber(string text) =>
        text[0] == '-' && double.TryParse(text, Number, CultureInfo.InvariantCulture, out _);
}
