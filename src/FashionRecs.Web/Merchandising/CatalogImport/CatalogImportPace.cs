namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>How long an import still takes, from how fast it was while somebody watched; wherever it runs. Not thread-safe.</summary>
public sealed class CatalogImportPace(TimeProvider time)
{
    private (long At, int Read)? first;

    /// <summary>How long until all are read; null before anything can be said.</summary>
    /// <param name="read">Pictures that are read by now.</param>
    /// <param name="total">Pictures in all.</param>
    public TimeSpan? Left(int read, int total)
    {
        if (first is null || read < first.Value.Read)
        {
            first = (time.GetTimestamp(), read);
        }

        var (at, before) = first.Value;
        return read > before ? time.GetElapsedTime(at) * ((double)(total - read) / (read - before)) : null;
    }
}
