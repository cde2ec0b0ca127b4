namespace FashionRecs.Application.Feeds;

/// <summary>Keeps feeds. Safe to share between threads and processes.</summary>
public interface IFeedStore
{
    /// <summary>All feeds, in the order in which they were made.</summary>
    Task<IReadOnlyList<Feed>> AllAsync(CancellationToken cancellation = default);

    /// <summary>One feed; null where there is none (any more).</summary>
    Task<Feed?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Keeps a new feed.</summary>
    Task AddAsync(Feed feed, CancellationToken cancellation = default);

    /// <summary>Forgets a feed; what it brought stays. Returns whether there was one.</summary>
    Task<bool> DeleteAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Makes a feed due at another time, unless somebody else did since; returns whether it was made.</summary>
    /// <param name="id">The feed.</param>
    /// <param name="from">When it was due; null where that does not matter.</param>
    /// <param name="to">When it is due then.</param>
    /// <param name="cancellation">Stops before it is made.</param>
    Task<bool> MoveAsync(Guid id, DateTimeOffset? from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>Keeps what became of a run.</summary>
    Task SaveAsync(Guid id, FeedRun run, CancellationToken cancellation = default);
}
