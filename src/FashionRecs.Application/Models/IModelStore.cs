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

    /// <summary>Notes that the files of weights in one folder lie in another now. Returns how many.</summary>
    /// <param name="from">Full path of the folder they were in.</param>
    /// <param name="to">Full path of the folder they are in.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    Task<int> RelocateAsync(string from, string to, CancellationToken cancellation = default);

    /// <summary>
    /// Products whose reading comes from other weights than those in use, in the order of ids; how many there are in all.
    /// </summary>
    /// <param name="fingerprint">The weights in use.</param>
    /// <param name="most">How many to name at most.</param>
    /// <param name="among">Only those from the first id to the last, both included; null for all.</param>
    /// <param name="cancellation">Stops asking.</param>
    Task<(IReadOnlyList<(string Id, string Picture)> Next, int Left)> StaleAsync(string fingerprint, int most,
        (string From, string To)? among = null, CancellationToken cancellation = default);
}
