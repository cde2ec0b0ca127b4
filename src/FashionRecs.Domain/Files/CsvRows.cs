using System.Text;

namespace FashionRecs.Domain.Files;

/// <summary>
/// Reads comma-separated text with a header row (RFC 4180: fields may be quoted, hold commas, line breaks and doubled quotes).
/// Columns are found by name, so that their order does not matter and further columns are ignored.
/// </summary>
public static class CsvRows
{
    /// <summary>Reads the named columns of every row, in the order of <paramref name="columns"/>.</summary>
    /// <param name="path">The file; gzip files are not unpacked.</param>
    /// <param name="columns">Names of the wanted columns, as in the header.</param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">A column is missing, or a row is too short.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(string path, params string[] columns)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        return Rows(new StreamReader(path), path, columns);
    }

    /// <summary>Reads the named columns from text; <paramref name="source"/> names it in messages. Disposes the reader.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row is too short.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Rows(TextReader reader, string source, params string[] columns)
    {
        using (reader)
        {
            var line = 0;
            var header = NextRow(reader, ref line)
                ?? throw new InvalidDataException($"{source} is empty; it needs a header with {string.Join(", ", columns)}.");
            var places = Array.ConvertAll(columns, column => header.IndexOf(column));
            if (Array.IndexOf(places, -1) is var missing and >= 0)
            {
                throw new InvalidDataException($"{source} has no column '{columns[missing]}'; its columns are {string.Join(", ", header)}.");
            }

            var widest = places.Max();
            for (var start = line + 1; NextRow(reader, ref line) is { } row; start = line + 1)
            {
                if (row.Count == 1 && row[0].Length == 0)
                {
                    continue;
                }

                if (row.Count <= widest)
                {
                    throw new InvalidDataException($"{source}, line {start}: {row.Count} fields, but the header has {header.Count}.");
                }

                yield return (start, Array.ConvertAll(places, place => row[place]));
            }
        }
    }

    private static List<string>? NextRow(TextReader reader, ref int line)
    {
        if (reader.Peek() < 0)
        {
            return null;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        while (true)
        {
            var read = reader.Read();
            if (quoted && read >= 0)
            {
                if (read != '"')
                {
                    line += read == '\n' ? 1 : 0;
                    field.Append((char)read);
                }
                else if (reader.Peek() == '"')
                {
                    field.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }

                continue;
            }

            switch (read)
            {
                case '"' when field.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' or < 0:
                    line++;
                    fields.Add(field.ToString().TrimEnd('\r'));
                    if (fields.Count > 0)
                    {
                        fields[0] = fields[0].TrimStart('\uFEFF');
                    }

                    return fields;
                default:
                    field.Append((char)read);
                    break;
            }
        }
    }
}
