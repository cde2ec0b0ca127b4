namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>
/// Text in which a quote within quotes is written as databases do, \", read as if it were doubled, as spreadsheets do. A backslash before
/// the end of a field is one.
/// </summary>
internal sealed class BackslashQuotes(TextReader inner, char separator) : TextReader
{
    private readonly char[] block = new char[1 << 12];
    private int at;
    private int end;
    private bool isQuoted;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && Read() is >= 0 and var letter)
        {
            buffer[written++] = (char)letter;
        }

        return written;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        var letter = Next();
        if (letter == '"')
        {
            isQuoted = !isQuoted;
        }
        else if (letter == '\\' && isQuoted && Ahead(0) == '"' && Ahead(1) is not ('"' or '\r' or '\n' or -1) && Ahead(1) != separator)
        {
            // Of the two quotes that are read instead, the second is the one that stands there.
            isQuoted = !isQuoted;
            return '"';
        }

        return letter;
    }

    /// <inheritdoc/>
    public override int Peek() => Ahead(0);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Next() => Ahead(0) is >= 0 and var letter && ++at > 0 ? letter : -1;

    private int Ahead(int places)
    {
        if (at + places >= end)
        {
            block.AsSpan(at, end - at).CopyTo(block);
            (at, end) = (0, end - at);
            for (int read; places >= end && (read = inner.Read(block.AsSpan(end))) > 0;)
            {
                end += read;
            }
        }

        return at + places < end ? block[at + places] : -1;
    }
}
