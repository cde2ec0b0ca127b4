using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shoppers;

/// <summary>The append-only log of what shoppers did. Safe to share between threads and processes.</summary>
public interface IShopperStore
{
    /// <summary>Grows with every event of the shopper, by one or more; 0 for one who has done nothing.</summary>
    Task<long> RevisionAsync(Guid shopper, CancellationToken cancellation = default);

    /// <summary>Appends events, all or none; those that were logged before stay as they are. Returns whether any was new.</summary>
    Task<bool> AppendAsync(IReadOnlyList<(ShopperEvent Seen, ItemVector? Item)> events);

    /// <summary>Undoes events of a shopper; returns false where all were undone before.</summary>
    Task<bool> UndoAsync(Guid shopper, IReadOnlyCollection<Guid> undone);

    /// <summary>The events of a shopper that stand.</summary>
    /// <param name="shopper">Who.</param>
    /// <param name="known">What was read before, so that only what came after is read where nothing was merged since; or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<ShopperHistory> HistoryAsync(Guid shopper, ShopperHistory? known = null, CancellationToken cancellation = default);

    /// <summary>Everything a shopper did, oldest first: what was undone and the undoing, too.</summary>
    /// <param name="shopper">Who.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Read in parts, so that a long history is never in memory as a whole.</returns>
    IAsyncEnumerable<LoggedEvent> LogAsync(Guid shopper, CancellationToken cancellation = default);

    /// <summary>The events of a shopper that were taken back.</summary>
    Task<IReadOnlySet<Guid>> UndoneAsync(Guid shopper, CancellationToken cancellation = default);

    /// <summary>How many events of some kinds each shopper did in a time, undone or not; those without any are absent.</summary>
    /// <param name="signals">The kinds.</param>
    /// <param name="from">Beginning of the time, which belongs to it.</param>
    /// <param name="to">End of the time, which does not.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        IReadOnlyCollection<PreferenceSignal> signals, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>
    /// What shoppers say that products do not have, but for what they took back: by product, the full codes of values and families, with
    /// how many shoppers say so.
    /// </summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> DenialsAsync(CancellationToken cancellation = default);

    /// <summary>Gives everything an anonymous shopper did to the account they signed in to.</summary>
    Task MergeAsync(Guid from, Guid into, CancellationToken cancellation = default);

    /// <summary>Removes everything about a shopper from the tables; <see cref="Files.FileRewriting"/> removes it from the files.</summary>
    /// <returns>Whether there was anything.</returns>
    Task<bool> DeleteAsync(Guid shopper, CancellationToken cancellation = default);
}
