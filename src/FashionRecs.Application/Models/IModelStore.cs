namespace FashionRecs.Application.Models;

/// <summary>Knows which weights there are and which are in use, for every process. Safe to share between threads.</summary>
public interface IModelStore
{
    /// <summary>Keeps weights; keeping the same ones again changes nothing.</summary>
    Task KeepAsync(RegisteredModel weights, CancellationToken cancellation = default);

    /// <summary>All weights that were kept, newest first.</summary>
    Task<IReadOnlyList<RegisteredModel>> AllAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Every time weights were taken into use, newest first; the first one counts. Empty while those that ship are in use.
    /// </summary>
    Task<IReadOnlyList<ModelUse>> UsesAsync(CancellationToken cancellation = default);

    /// <summary>The weights in use, or null for those that ship.</summary>
    Task<RegisteredModel?> CurrentAsync(CancellationToken cancellation = default);

    /// <summary>Notes that weights are in use and brings back the readings that they made before. Returns how many came back.</summary>
    Task<int> UseAsync(string fingerprint, string person, CancellationToken cancellation = default);

    /// <summary>
    /// Products whose reading comes from other weights than those in use, in the order of ids; how many there are in all.
    /// </summary>
    Task<(IReadOnlyList<(string Id, string Picture)> Next, int Left)> StaleAsync(string fingerprint, int most,
        CancellationToken cancellation = default);
}
