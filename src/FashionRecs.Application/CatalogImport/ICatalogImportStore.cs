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

    /// <summary>The oldest import that a server should carry on, or null; a command line carries its own on.</summary>
    Task<CatalogImportSummary?> NextAsync(CancellationToken cancellation = default);

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

    /// <summary>Items with an outcome (null for all) by position; for previews and downloads.</summary>
    Task<IReadOnlyList<CatalogImportItem>> ItemsAsync(
        Guid id, CatalogImportOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default);

    /// <summary>The next items that the network has to read with these weights.</summary>
    Task<IReadOnlyList<CatalogImportItem>> UnreadAsync(Guid id, string fingerprint, int most, CancellationToken cancellation = default);

    /// <summary>Keeps what became of some items: their reading, or why they were refused after all.</summary>
    Task SaveAsync(IReadOnlyList<CatalogImportItem> items, CancellationToken cancellation = default);
}
