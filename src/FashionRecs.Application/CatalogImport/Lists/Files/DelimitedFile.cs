using FashionRecs.Tables;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>Text with a separator: CSV, TSV and what else people save, whatever the file's ending.</summary>
public sealed class DelimitedFile : IListFileFormat
{
    /// <summary>Largest row in bytes; a quote that is never closed would take in the whole file.</summary>
    private const int LargestRow = 256 * 1024;

    /// <summary>Separators that are looked for, the commonest first.</summary>
    public static IReadOnlyList<char> Separators => DelimitedForm.Separators;

    /// <summary>A separator in people's words.</summary>
    public static string Words(char separator) => separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        '~' => "tilde",
        '^' => "caret",
        ':' => "colon",
        _ => $"'{separator}'",
    };

    /// <inheritdoc/>
    public bool Recognizes(ListFileHead head) =>
        !head.IsZip && head.IsText && head.Bytes.Length > 0 && !FeedFile.IsFeed(head)
        && (head.Ending is ".csv" or ".tsv" || (!head.IsXml && DelimitedForm.IsList(head.Text)));

    /// <inheritdoc/>
    public ListFile Open(string path, string name, ListChoices choices)
    {
        var encoding = choices.Encoding is { } chosen ? TextEncodings.Of(chosen) : TextEncodings.Detect(path, name);
        var form = DelimitedForm.Of(encoding.GetString(ListFileHead.Read(path, name).Bytes.Span), choices.Separator);
        IEnumerable<ListRow> Rows()
        {
            using var text = new StreamReader(path, encoding);
            for (var line = 0; line < form.Skipped; line++)
            {
                text.ReadLine();
            }

            foreach (var (line, fields) in TableReader.ReadWithoutHeader(
                new BackslashQuotes(text, form.Separator), name, LargestRow, form.Separator, form.Quote))
            {
                if (fields.Any(field => field.Contains('\0', StringComparison.Ordinal)))
                {
                    throw new InvalidDataException($"{name}, line {line + form.Skipped}: it is not a text file.");
                }

                yield return new ListRow(line + form.Skipped, fields);
            }
        }

        var first = First(Rows(), name);
        var header = ListHeader.Place([.. first.Select(row => row.Fields)]);
        if (header == first.Count)
        {
            throw new InvalidDataException($"{name}, line 1: the list is empty.");
        }

        return new ListFile("text", first[header].Fields, () => Rows().Skip(header + 1))
        {
            Encoding = encoding.WebName, Separator = form.Separator,
        };
    }

    /// <summary>The first rows; what cannot be read behind the first one is said where its line is read.</summary>
    private static List<ListRow> First(IEnumerable<ListRow> all, string name)
    {
        var rows = new List<ListRow>();
        try
        {
            foreach (var row in all.Take(ListHeader.MostRows))
            {
                rows.Add(row);
            }
        }
        catch (InvalidDataException exception) when (rows.Count == 0)
        {
            throw exception.Message.Contains("line 1", StringComparison.Ordinal) ? exception
                : new InvalidDataException($"{name}, line 1: the header cannot be read.", exception);
        }
        catch (InvalidDataException)
        {
            // It is read again, and refused with its line.
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{name}, line 1: the list is empty.");
    }
}
