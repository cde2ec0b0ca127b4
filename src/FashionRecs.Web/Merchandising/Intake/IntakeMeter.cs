using System.Collections.Concurrent;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>Estimates how long running intakes still take, from how fast this run has been. Thread-safe.</summary>
public sealed class IntakeMeter(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (long Started, int? First, int Done)> runs = new();

    /// <summary>A run begins.</summary>
    public void Start(Guid intake) => runs[intake] = (time.GetTimestamp(), null, 0);

    /// <summary>So many pictures are read in all.</summary>
    public void Report(Guid intake, int done) =>
        runs.AddOrUpdate(intake, _ => (time.GetTimestamp(), done, done), (_, run) => run with { First = run.First ?? done, Done = done });

    /// <summary>How long until all are read; null before anything can be said.</summary>
    public TimeSpan? Left(Guid intake, int total) =>
        runs.TryGetValue(intake, out var run) && run.First is { } first && run.Done > first
            ? time.GetElapsedTime(run.Started) * ((double)(total - run.Done) / (run.Done - first))
            : null;
}
