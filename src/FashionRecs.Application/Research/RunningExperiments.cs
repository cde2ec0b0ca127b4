using FashionRecs.Application.Caching;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Application.Research;

/// <summary>
/// The experiments that assign shoppers now, kept in memory until any process changes one. Safe to share between threads.
/// </summary>
public sealed class RunningExperiments(IExperimentStore store) : IDisposable
{
    private readonly RevisionCache<(int Count, long Revisions), Snapshot> cache = new(
        new Snapshot((0, 0), []), snapshot => snapshot.Stamp, store.StampAsync, async (_, cancellation) =>
        {
            var all = await store.AllAsync(cancellation);
            return new Snapshot(
                (all.Count, all.Sum(entry => entry.Revision)),
                [.. all.Select(entry => entry.Experiment).Where(experiment => experiment.State == ExperimentState.Running)]);
        });

    /// <summary>The running experiments, by key: one small query, and a reload where something changed.</summary>
    public async Task<IReadOnlyList<Experiment>> AllAsync(CancellationToken cancellation = default) =>
        (await cache.GetAsync(cancellation)).Running;

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    /// <summary>The phases that last now.</summary>
    public async Task<CurrentPhases> CurrentPhasesAsync(CancellationToken cancellation = default) => new(await AllAsync(cancellation));

    private sealed record Snapshot((int Count, long Revisions) Stamp, IReadOnlyList<Experiment> Running);
}
