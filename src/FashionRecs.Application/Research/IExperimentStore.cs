using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Application.Research;

/// <summary>
/// Keeps experiments. Two researchers who change one at the same time do not overwrite each other. Safe to share between threads.
/// </summary>
public interface IExperimentStore
{
    /// <summary>All experiments by key, each with the revision that the next save must name.</summary>
    Task<IReadOnlyList<(Experiment Experiment, long Revision)>> AllAsync(CancellationToken cancellation = default);

    /// <summary>One experiment with the revision that the next save must name, or null.</summary>
    Task<(Experiment Experiment, long Revision)?> FindAsync(string key, CancellationToken cancellation = default);

    /// <summary>
    /// How many experiments there are and the sum of their revisions, in one small query. Revisions only grow and experiments are never
    /// removed, so that equal ones mean that nothing changed.
    /// </summary>
    Task<(int Count, long Revisions)> StampAsync(CancellationToken cancellation = default);

    /// <summary>
    /// The secret of the pseudonyms of an experiment's units in exports, 32 bytes; made when it is first asked for, and the same ever
    /// after.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such experiment.</exception>
    Task<byte[]> PseudonymKeyAsync(string key, CancellationToken cancellation = default);

    /// <summary>Saves an experiment and returns its new revision.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="revision">The revision that was read; 0 for a new experiment.</param>
    /// <param name="cancellation">Stops before it is saved.</param>
    /// <exception cref="InvalidOperationException">Somebody else saved it meanwhile, or the key is taken.</exception>
    Task<long> SaveAsync(Experiment experiment, long revision, CancellationToken cancellation = default);
}
