using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Application.Research;

/// <summary>
/// The experiments that assign shoppers now, kept in memory until any process changes one. Safe to share between threads.
/// </summary>
public sealed class RunningExperiments(IExperimentStore store)
{
    private Snapshot current = new((0, 0), []);

    /// <summary>The running experiments, by key: one small query, and a reload where something changed.</summary>
    public async Task<IReadOnlyList<Experiment>> AllAsync(CancellationToken cancellation = default)
    {
        var known = Volatile.Read(ref current);
        var stamp = await store.StampAsync(cancellation);
        if (stamp == known.Stamp)
        {
            return known.Running;
        }

        var all = await store.AllAsync(cancellation);
        var running = all.Select(entry => entry.Experiment).Where(experiment => experiment.State == ExperimentState.Running).ToArray();
        Volatile.Write(ref current, new Snapshot((all.Count, all.Sum(entry => entry.Revision)), running));
        return running;
    }

    /// <summary>The phases that last now.</summary>
    public async Task<CurrentPhases> CurrentPhasesAsync(CancellationToken cancellation = default) => new(await AllAsync(cancellation));

    private sealed record Snapshot((int Count, long Revisions) Stamp, IReadOnlyList<Experiment> Running);
}
