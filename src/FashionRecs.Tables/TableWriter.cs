using CsvHelper;

namespace FashionRecs.Tables;

/// <summary>
/// Writes comma-separated text in UTF-8 (RFC 4180, lines end with CR LF) that no spreadsheet takes for formulas; <see cref="TableReader"/>
/// reads it back as it was. Dispose it to write what is left. Not thread-safe.
/// </summary>
public sealed class TableWriter : IDisposable, IAsyncDisposable
{
    private const int SmallBuffer = 1024;

    private readonly CsvWriter csv;

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">From its present place.</param>
    /// <param name="leaveOpen">Whether the stream outlives this.</param>
    public TableWriter(Stream stream, bool leaveOpen = false) => csv = CsvWriter.Create(stream, null, leaveOpen);

    /// <summary>Writes to text.</summary>
    /// <param name="text">From its present place.</param>
    /// <param name="leaveOpen">Whether the text outlives this.</param>
    public TableWriter(TextWriter text, bool leaveOpen = false)
        : this(text, null, leaveOpen)
    {
    }

    private TableWriter(TextWriter text, CsvWriterOptions? options, bool leaveOpen) => csv = CsvWriter.Create(text, options, leaveOpen);

    /// <summary>One row with its line end.</summary>
    /// <param name="fields">At least one; null is an empty field.</param>
    public static string Row(params IEnumerable<string?> fields)
    {
        using var text = new StringWriter();
        using (var writer = new TableWriter(text, CsvWriterOptions.Default with { BufferSize = SmallBuffer }, leaveOpen: true))
        {
            writer.Write(fields);
        }

        return text.ToString();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="fields">As many as in the first row; null is an empty field.</param>
    public void Write(params IEnumerable<string?> fields)
    {
        Add(fields);
        csv.EndRecord();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="fields">As many as in the first row; null is an empty field.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task WriteAsync(IEnumerable<string?> fields, CancellationToken cancellation = default)
    {
        Add(fields);
        await csv.EndRecordAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => csv.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => csv.DisposeAsync();

    private void Add(IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(FormulaGuard.Guard(field));
        }
    }
}
