namespace FashionRecs.Application.CatalogImport;

/// <summary>Keeps imports and their items. Safe to share between threads and processes.</summary>
public interface ICatalogImportStore
{
    /// <summary>Who imports from the command line belong to.</summary>
    const string CommandLine = "command line";

    /// <summary>Begins an import.</summary>
    /// <param name="name">What people recognise it by.</param>
    /// <param name="person">Who.</param>
    /// <param name="state">Where it begins.</param>
    /// <param name="cancellation">Stops before it is kept.</param>
    Task<Guid> BeginAsync(string name, string person, CatalogImportState state = CatalogImportState.Open,
        CancellationToken cancellation = default);

    /// <summary>All imports, newest first.</summary>
    Task<IReadOnlyList<CatalogImportSummary>> AllAsync(int most = 50, CancellationToken cancellation = default);

    /// <summary>
    /// The oldest import that a server should carry on and that nobody else holds, or null; a command line carries its own on.
    /// </summary>
    /// <param name="worker">Who asks.</param>
    /// <param name="cancellation">Stops asking.</param>
    Task<CatalogImportSummary?> NextAsync(Guid worker, CancellationToken cancellation = default);

    /// <summary>
    /// Holds an import, so that nobody else carries it on at the same time, or goes on holding it. What somebody who was killed held is
    /// free again after its time.
    /// </summary>
    /// <param name="id">The import.</param>
    /// <param name="worker">Who holds it.</param>
    /// <param name="time">For how long from now.</param>
    /// <param name="cancellation">Stops before it is held.</param>
    /// <returns>False where somebody else holds it.</returns>
    Task<bool> HoldAsync(Guid id, Guid worker, TimeSpan time, CancellationToken cancellation = default);

    /// <summary>Lets an import go, if it is held by this one.</summary>
    Task LetGoAsync(Guid id, Guid worker, CancellationToken cancellation = default);

    /// <summary>Tells one state of <see cref="ArrivalsAsync"/> from another, cheaply.</summary>
    Task<(int Count, long Last)> ArrivalStampAsync(CancellationToken cancellation = default);

    /// <summary>Which finished imports brought or changed which products.</summary>
    Task<Arrivals> ArrivalsAsync(CancellationToken cancellation = default);

    /// <summary>One import, or null.</summary>
    Task<CatalogImportSummary?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>
    /// The state alone, which is asked often while one runs and before each of its files; null where there is no such import.
    /// </summary>
    Task<CatalogImportState?> StateAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Moves an import on, if it is in one of the states it can be moved from. Returns whether it was.</summary>
    Task<bool> MoveAsync(Guid id, CatalogImportState to, IReadOnlyList<CatalogImportState> from, string? trouble = null,
        CancellationToken cancellation = default);

    /// <summary>Keeps the fingerprint of what was handed in.</summary>
    Task SetContentAsync(Guid id, string content, CancellationToken cancellation = default);

    /// <summary>Another import of the same content that was not given up or refused, or null.</summary>
    Task<CatalogImportSummary?> TwinAsync(Guid id, string content, CancellationToken cancellation = default);

    /// <summary>Forgets the items of an import that is read anew.</summary>
    Task ClearItemsAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Adds items.</summary>
    Task AddItemsAsync(IReadOnlyList<CatalogImportItem> items, CancellationToken cancellation = default);

    /// <summary>Items with an outcome (null for all), those with a reason first, each by position; for previews and downloads.</summary>
    Task<IReadOnlyList<CatalogImportItem>> ItemsAsync(
        Guid id, CatalogImportOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default);

    /// <summary>The next items that the network has to read with these weights.</summary>
    Task<IReadOnlyList<CatalogImportItem>> UnreadAsync(Guid id, string fingerprint, int most, CancellationToken cancellation = default);

    /// <summary>Keeps what became of some items: their reading, or why they were refused after all.</summary>
    Task SaveAsync(IReadOnlyList<CatalogImportItem> items, CancellationToken cancellation = default);
}
