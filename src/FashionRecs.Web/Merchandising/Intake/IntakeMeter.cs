using System.Collections.Concurrent;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>
/// Knows how running intakes fare: how long they still take, from how fast this run has been, and what keeps them waiting where not even the database can
/// note it, as on a full disk. Thread-safe.
/// </summary>
public sealed class IntakeMeter(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (long Started, int? First, int Done)> runs = new();

    private readonly ConcurrentDictionary<Guid, string> troubles = new();

    private readonly ConcurrentDictionary<Guid, (int Done, int Total)> looks = new();

    /// <summary>So many files of all are looked through.</summary>
    public void Look(Guid intake, int done, int total) => looks[intake] = (done, total);

    /// <summary>How many files of all are looked through, or null where nobody looks.</summary>
    public (int Done, int Total)? Looked(Guid intake) => looks.TryGetValue(intake, out var look) ? look : null;

    /// <summary>Nobody looks any more.</summary>
    public void LookedThrough(Guid intake) => looks.TryRemove(intake, out _);

    /// <summary>A run begins.</summary>
    public void Start(Guid intake) => runs[intake] = (time.GetTimestamp(), null, 0);

    /// <summary>A run has to wait and will be tried again.</summary>
    public void Wait(Guid intake, string trouble) => troubles[intake] = trouble;

    /// <summary>A run had to wait for nothing.</summary>
    public void GoesOn(Guid intake) => troubles.TryRemove(intake, out _);

    /// <summary>What it waits for, in a sentence, or null.</summary>
    public string? Trouble(Guid intake) => troubles.GetValueOrDefault(intake);

    /// <summary>So many pictures are read in all.</summary>
    public void Report(Guid intake, int done) =>
        runs.AddOrUpdate(intake, _ => (time.GetTimestamp(), done, done), (_, run) => run with { First = run.First ?? done, Done = done });

    /// <summary>How long until all are read; null before anything can be said.</summary>
    public TimeSpan? Left(Guid intake, int total) =>
        runs.TryGetValue(intake, out var run) && run.First is { } first && run.Done > first
            ? time.GetElapsedTime(run.Started) * ((double)(total - run.Done) / (run.Done - first))
            : null;
}
