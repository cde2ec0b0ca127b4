using System.Text;
using FashionRecs.Tables;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>Text with a separator: CSV, TSV and what else people save, whatever the file's ending.</summary>
public sealed class DelimitedFile : IListFileFormat
{
    /// <summary>Largest row in bytes; a quote that is never closed would take in the whole file.</summary>
    private const int LargestRow = 256 * 1024;

    /// <summary>How many headings have to be known for a file without a telling ending to be a list.</summary>
    private const int TellingHeadings = 2;

    /// <summary>Separators that are looked for, the commonest first.</summary>
    public static IReadOnlyList<char> Separators { get; } = [',', ';', '\t', '|'];

    /// <summary>A separator in people's words.</summary>
    public static string Words(char separator) => separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        _ => $"'{separator}'",
    };

    /// <inheritdoc/>
    public bool Recognizes(ListFileHead head)
    {
        if (head.IsZip || !head.IsText || head.Bytes.Length == 0)
        {
            return false;
        }

        return head.Ending is ".csv" or ".tsv" || (!head.IsXml
            && Fields(FirstLine(head.Text).Line, FirstLine(head.Text).Separator ?? Detect(head.Text))
            .Count(ListHeadings.IsCommon) >= TellingHeadings);
    }

    /// <inheritdoc/>
    public ListFile Open(string path, string name, ListChoices choices)
    {
        var encoding = choices.Encoding is { } chosen ? TextEncodings.Of(chosen) : TextEncodings.Detect(path, name);
        var head = ListFileHead.Read(path, name);
        var (_, hint, skipped) = FirstLine(encoding.GetString(head.Bytes.Span));
        var separator = choices.Separator ?? hint ?? Detect(encoding.GetString(head.Bytes.Span));
        IEnumerable<ListRow> Rows()
        {
            using var text = new StreamReader(path, encoding);
            for (var line = 0; line < skipped; line++)
            {
                text.ReadLine();
            }

            foreach (var (line, fields) in TableReader.ReadWithoutHeader(text, name, LargestRow, separator))
            {
                if (fields.Any(field => field.Contains('\0', StringComparison.Ordinal)))
                {
                    throw new InvalidDataException($"{name}, line {line + skipped}: it is not a text file.");
                }

                yield return new ListRow(line + skipped, fields);
            }
        }

        string[] headings;
        try
        {
            headings = [.. Rows().FirstOrDefault()?.Fields ?? throw new InvalidDataException($"{name}, line 1: the list is empty.")];
        }
        catch (InvalidDataException exception) when (!exception.Message.Contains("line 1", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name}, line 1: the header cannot be read.", exception);
        }

        return new ListFile("text", headings, () => Rows().Skip(1)) { Encoding = encoding.WebName, Separator = separator };
    }

    /// <summary>The separator that cuts the first lines into the same number of fields, the more the likelier.</summary>
    private static char Detect(string text)
    {
        var lines = Lines(text).Take(8).ToArray();
        return Separators.MaxBy(separator =>
        {
            int[] counts = [.. lines.Select(line => Fields(line, separator).Count)];
            var known = lines.Length == 0 ? 0 : Fields(lines[0], separator).Count(ListHeadings.IsCommon);
            return counts.Length == 0 || counts[0] < 2
                ? 0 : (100.0 * known) + counts.Count(count => count == counts[0]) + (counts[0] / 1000.0);
        });
    }

    /// <summary>The first line with words, and what a line "sep=;" before it says, as Excel writes it.</summary>
    private static (string Line, char? Separator, int Skipped) FirstLine(string text)
    {
        var lines = Lines(text).Take(2).ToArray();
        return lines is [['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator], ..]
            ? (lines.ElementAtOrDefault(1) ?? "", separator, 1) : (lines.FirstOrDefault() ?? "", null, 0);
    }

    /// <summary>Lines, of which a quoted field may hold several.</summary>
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
