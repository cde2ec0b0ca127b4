namespace FashionRecs.Application.CatalogImport;

/// <summary>Keeps intakes and their items. Safe to share between threads and processes.</summary>
public interface IIntakeStore
{
    /// <summary>Who intakes from the command line belong to.</summary>
    const string CommandLine = "command line";

    /// <summary>Begins an intake.</summary>
    /// <param name="name">What people recognise it by.</param>
    /// <param name="person">Who.</param>
    /// <param name="state">Where it begins.</param>
    /// <param name="cancellation">Stops before it is kept.</param>
    Task<Guid> BeginAsync(string name, string person, IntakeState state = IntakeState.Open, CancellationToken cancellation = default);

    /// <summary>All intakes, newest first.</summary>
    Task<IReadOnlyList<IntakeSummary>> AllAsync(int most = 50, CancellationToken cancellation = default);

    /// <summary>The oldest intake that a server should carry on, or null; a command line carries its own on.</summary>
    Task<IntakeSummary?> NextAsync(CancellationToken cancellation = default);

    /// <summary>One intake, or null.</summary>
    Task<IntakeSummary?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>
    /// The state alone, which is asked often while one runs and before each of its files; null where there is no such intake.
    /// </summary>
    Task<IntakeState?> StateAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Moves an intake on, if it is in one of the states it can be moved from. Returns whether it was.</summary>
    Task<bool> MoveAsync(Guid id, IntakeState to, IReadOnlyList<IntakeState> from, string? trouble = null,
        CancellationToken cancellation = default);

    /// <summary>Keeps the fingerprint of what was handed in.</summary>
    Task SetContentAsync(Guid id, string content, CancellationToken cancellation = default);

    /// <summary>Another intake of the same content that was not given up or refused, or null.</summary>
    Task<IntakeSummary?> TwinAsync(Guid id, string content, CancellationToken cancellation = default);

    /// <summary>Forgets the items of an intake that is read anew.</summary>
    Task ClearItemsAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Adds items.</summary>
    Task AddItemsAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellation = default);

    /// <summary>Items with an outcome (null for all) by position; for previews and downloads.</summary>
    Task<IReadOnlyList<IntakeItem>> ItemsAsync(
        Guid id, IntakeOutcome? outcome = null, int skip = 0, int take = int.MaxValue, CancellationToken cancellation = default);

    /// <summary>The next items that the network has to read with these weights.</summary>
    Task<IReadOnlyList<IntakeItem>> UnreadAsync(Guid id, string fingerprint, int most, CancellationToken cancellation = default);

    /// <summary>Keeps what became of some items: their reading, or why they were refused after all.</summary>
    Task SaveAsync(IReadOnlyList<IntakeItem> items, CancellationToken cancellation = default);
}
