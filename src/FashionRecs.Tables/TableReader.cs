using CsvHelper;

namespace FashionRecs.Tables;

/// <summary>
/// Reads comma-separated text in UTF-8 (RFC 4180: fields may be quoted, hold commas, line breaks and doubled quotes; either line end).
/// Columns are found by name, so that their order does not matter and further columns are ignored. Empty lines are passed over.
/// </summary>
public static class TableReader
{
    /// <summary>Largest row that is read, in bytes; a quote that is never closed would take in the whole file.</summary>
    private const int LargestRow = 1 << 24;

    /// <summary>Reads the named columns of every row, in the order of <paramref name="columns"/>.</summary>
    /// <param name="path">The file; gzip files are not unpacked.</param>
    /// <param name="columns">Names of the wanted columns, as in the header.</param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">A column is missing, a row is too short or is no row; the message names file and
    /// line.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(string path, params string[] columns) => File.Exists(path)
        ? Rows(() => CsvReader.FromFile(path, Options(path, hasHeader: true)), path, columns)
        : throw new FileNotFoundException($"There is no file {path}.", path);

    /// <summary>Reads the named columns from a stream; <paramref name="source"/> names it in messages. Disposes the stream.</summary>
    /// <exception cref="InvalidDataException">As for files.</exception>
    public static IEnumerable<(int Line, string[] Fields)> Read(Stream stream, string source, params string[] columns) =>
        Rows(() => CsvReader.Create(stream, Options(source, hasHeader: true)), source, columns);

    /// <summary>
    /// Reads all fields of every row of text without a header; <paramref name="source"/> names it in messages, a row may have
    /// <paramref name="largestRow"/> bytes, <paramref name="separator"/> (ASCII) stands between fields, and <paramref name="quote"/>
    /// (ASCII) around those that hold one. Disposes the reader.
    /// </summary>
    /// <exception cref="InvalidDataException">A row is no row; the message names source and line.</exception>
    public static IEnumerable<(int Line, string[] Fields)> ReadWithoutHeader(TextReader text, string source, int largestRow = LargestRow,
        char separator = ',', char quote = '"') =>
        Rows(() => CsvReader.Create(text, Options(source, hasHeader: false, largestRow, separator, quote)), source, columns: null);

    private static CsvReaderOptions Options(string source, bool hasHeader, int largestRow = LargestRow, char separator = ',',
        char quote = '"') => new()
    {
        Separator = separator,
        Quote = quote,
        HasHeader = hasHeader,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MaxRecordSize = largestRow,
        OnMalformedRecord = record =>
        {
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            {
                throw new InvalidDataException($"{source}, line {record.LineNumber}: a quoted field has no end.");
            }
        },
    };

    private static IEnumerable<(int Line, string[] Fields)> Rows(Func<CsvReader> open, string source, string[]? columns)
    {
        using var csv = open();
        var places = columns is null ? null : Places(csv, source, columns);
        var widest = places?.Max() ?? -1;
        while (Next(csv, source))
        {
            if (csv.FieldCount <= widest)
            {
                throw new InvalidDataException(
                    $"{source}, line {csv.LineNumber}: {csv.FieldCount} fields, but the header has {csv.Headers.Count}.");
            }

            var fields = new string[places?.Length ?? csv.FieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = FormulaGuard.Unguard(csv.GetString(places?[i] ?? i));
            }

            yield return ((int)csv.LineNumber, fields);
        }
    }

    private static int[] Places(CsvReader csv, string source, string[] columns)
    {
        try
        {
            csv.ReadHeader();
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException($"{source}, line 1: the header is not valid CSV ({exception.Message})", exception);
        }

        string[] header = [.. csv.Headers];
        if (header.Length == 0)
        {
            throw new InvalidDataException($"{source} is empty; it needs a header with {string.Join(", ", columns)}.");
        }

        var places = Array.ConvertAll(columns, column => Array.IndexOf(header, column));
        return Array.IndexOf(places, -1) is var missing and >= 0
            ? throw new InvalidDataException($"{source} has no column '{columns[missing]}'; its columns are {string.Join(", ", header)}.")
            : places;
    }

    private static bool Next(CsvReader csv, string source)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException exception)
        {
            var place = $"{source}, line {exception.LineNumber}";
            throw new InvalidDataException($"{place}: the row is not valid CSV ({exception.Message})", exception);
        }
    }
}
