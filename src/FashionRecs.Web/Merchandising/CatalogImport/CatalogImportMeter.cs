using System.Collections.Concurrent;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>
/// Knows how running imports fare: how long they still take, from how fast this run has been, and what keeps them waiting where not even
/// the database can note it, as on a full disk. Thread-safe.
/// </summary>
public sealed class CatalogImportMeter(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (long Started, int? First, int Done)> runs = new();

    private readonly ConcurrentDictionary<Guid, string> troubles = new();

    private readonly ConcurrentDictionary<Guid, (int Done, int Total)> looks = new();

    /// <summary>So many files of all are looked through.</summary>
    public void Look(Guid import, int done, int total) => looks[import] = (done, total);

    /// <summary>How many files of all are looked through, or null where nobody looks.</summary>
    public (int Done, int Total)? Looked(Guid import) => looks.TryGetValue(import, out var look) ? look : null;

    /// <summary>Nobody looks any more.</summary>
    public void LookedThrough(Guid import) => looks.TryRemove(import, out _);

    /// <summary>A run begins.</summary>
    public void Start(Guid import) => runs[import] = (time.GetTimestamp(), null, 0);

    /// <summary>A run has to wait and will be tried again.</summary>
    public void Wait(Guid import, string trouble) => troubles[import] = trouble;

    /// <summary>A run had to wait for nothing.</summary>
    public void GoesOn(Guid import) => troubles.TryRemove(import, out _);

    /// <summary>What it waits for, in a sentence, or null.</summary>
    public string? Trouble(Guid import) => troubles.GetValueOrDefault(import);

    /// <summary>So many pictures are read in all.</summary>
    public void Report(Guid import, int done) =>
        runs.AddOrUpdate(import, _ => (time.GetTimestamp(), done, done), (_, run) => run with { First = run.First ?? done, Done = done });

    /// <summary>How long until all are read; null before anything can be said.</summary>
    public TimeSpan? Left(Guid import, int total) =>
        runs.TryGetValue(import, out var run) && run.First is { } first && run.Done > first
            ? time.GetElapsedTime(run.Started) * ((double)(total - run.Done) / (run.Done - first))
            : null;
}
