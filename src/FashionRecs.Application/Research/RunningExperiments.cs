using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Research;
using FashionRecs.Storage.Sqlite;

namespace FashionRecs.Application.Research;

/// <summary>The experiments that assign shoppers now, kept in memory until any process changes one. Safe to share between threads.</summary>
public sealed class RunningExperiments(ShopDatabase database, StorageOptions options, ExperimentStore store) : IDisposable
{
    // Revisions only grow and experiments are never removed, so equal sums mean that nothing changed.
    private readonly StandingQuery<(int Count, long Revisions)> stamps = new(
        database, options, "SELECT COUNT(*), COALESCE(SUM(Revision), 0) FROM Experiments", row => (row.GetInt32(0), row.GetInt64(1)));
    private Snapshot current = new((0, 0), []);

    /// <summary>The running experiments, by key: one small query, and a reload where something changed.</summary>
    public async Task<IReadOnlyList<Experiment>> AllAsync(CancellationToken cancellation = default)
    {
        var known = Volatile.Read(ref current);
        var stamp = await stamps.AskAsync(cancellation: cancellation);
        if (stamp == known.Stamp)
        {
            return known.Running;
        }

        var all = await store.AllAsync(cancellation);
        var running = all.Select(entry => entry.Experiment).Where(experiment => experiment.State == ExperimentState.Running).ToArray();
        Volatile.Write(ref current, new Snapshot((all.Count, all.Sum(entry => entry.Revision)), running));
        return running;
    }

    /// <inheritdoc/>
    public void Dispose() => stamps.Dispose();

    private sealed record Snapshot((int Count, long Revisions) Stamp, IReadOnlyList<Experiment> Running);
}
