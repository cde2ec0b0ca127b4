using System.Text;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>How text is cut into fields, found out from its first lines. Immutable.</summary>
/// <param name="Separator">What stands between fields.</param>
/// <param name="Quote">What stands around a field that holds one.</param>
/// <param name="Skipped">Lines before the first row: "sep=;" is one, as Excel writes it.</param>
internal sealed record DelimitedForm(char Separator, char Quote, int Skipped)
{
    /// <summary>Separators that are looked for, the commonest first.</summary>
    public static IReadOnlyList<char> Separators { get; } = [',', ';', '\t', '|', '~', '^', ':'];

    /// <summary>How many of them stand in ordinary text so seldom that they separate something.</summary>
    private const int Common = 4;

    /// <summary>How many headings have to be known for a file without a telling ending to be a list.</summary>
    private const int TellingHeadings = 2;

    /// <summary>The form of a text.</summary>
    /// <param name="text">How it begins.</param>
    /// <param name="separator">What a person said stands between fields; null to find it out.</param>
    public static DelimitedForm Of(string text, char? separator = null)
    {
        string[] lines = [.. Lines(text).Take(ListHeader.MostRows + 1)];
        var skipped = 0;
        if (lines is [['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var hint], ..])
        {
            (separator, skipped, lines) = (separator ?? hint, 1, lines[1..]);
        }

        var found = separator ?? Separators.MaxBy(one => Fit(lines, one));
        var header = lines.Length == 0 ? [] : Fields(lines[Header(lines, found)], found);
        return new DelimitedForm(found, header.Count > 1 && header.All(field => field.Trim() is ['\'', .., '\'']) ? '\'' : '"', skipped);
    }

    /// <summary>Whether a text has the headings of a list of products.</summary>
    public static bool IsList(string text)
    {
        var form = Of(text);
        IReadOnlyList<string>[] rows =
            [.. Lines(text).Skip(form.Skipped).Take(ListHeader.MostRows).Select(line => Fields(line, form.Separator))];
        return rows.Length > 0 && (rows[0].Count(ListHeadings.IsCommon) >= TellingHeadings || rows.Any(ListHeader.HasAll));
    }

    /// <summary>How well a separator cuts the lines: into headings that are known, and then into as many fields everywhere.</summary>
    private static double Fit(string[] lines, char separator)
    {
        if (lines.Length == 0)
        {
            return 0;
        }

        int[] counts = [.. lines.Select(line => Fields(line, separator).Count)];
        var header = Header(lines, separator);
        var known = Fields(lines[header], separator).Count(ListHeadings.IsCommon);
        return counts[header] < 2 || (known < TellingHeadings && !Separators.Take(Common).Contains(separator))
            ? 0 : (100.0 * known) + counts.Skip(header).Count(count => count == counts[header]) + (counts[header] / 1000.0);
    }

    private static int Header(string[] lines, char separator) =>
        Math.Min(lines.Length - 1, ListHeader.Place([.. lines.Select(line => Fields(line, separator))]));

    /// <summary>Lines with words, of which a quoted field may hold several.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var (line, isQuoted) = (new StringBuilder(), false);
        foreach (var letter in text.TrimStart('\uFEFF'))
        {
            isQuoted ^= letter == '"';
            if (letter is '\r' or '\n' && !isQuoted)
            {
                if (!string.IsNullOrWhiteSpace(line.ToString()))
                {
                    yield return line.ToString();
                }

                line.Clear();
            }
            else
            {
                line.Append(letter);
            }
        }

        if (!string.IsNullOrWhiteSpace(line.ToString()))
        {
            yield return line.ToString();
        }
    }

    private static List<string> Fields(string line, char separator)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == separator && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        return [.. fields, field.ToString()];
    }
}
