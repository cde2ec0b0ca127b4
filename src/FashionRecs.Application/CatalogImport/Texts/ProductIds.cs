using System.Globalization;
using System.Text.RegularExpressions;

namespace FashionRecs.Application.CatalogImport.Texts;

/// <summary>Which ids a product may have, so that its page opens from its card.</summary>
public static partial class ProductIds
{
    /// <summary>Says why a product cannot be called so, or null where it can.</summary>
    public static string? Trouble(string id) =>
        id.All(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format) ? "the product id is empty"
        : id.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter)
            is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            ? "the product id holds characters that cannot be seen or typed"
        : id.Split('/', '\\').Any(part => part.Length == 0 || part.All(letter => letter == '.'))
            ? $"the product id '{id}' reads like a folder; its page could not be opened"
        : Encoded().IsMatch(id) ? $"the product id '{id}' holds '{Encoded().Match(id).Value}', which browsers read as another character; its page could not be opened"
        : null;

    /// <summary>Whether a spreadsheet has made "4.00638E+12" of a long number, so that several may have become one.</summary>
    public static bool IsShortened(string id) => Shortened().IsMatch(id);

    [GeneratedRegex("^[0-9][.,][0-9]+E\\+[0-9]{2}$")]
    private static partial Regex Shortened();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Encoded();
}
