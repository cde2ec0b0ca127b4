namespace FashionRecs.Application.Feeds;

/// <summary>Keeps feeds. Safe to share between threads and processes.</summary>
public interface IFeedStore
{
    /// <summary>All feeds, in the order in which they were made.</summary>
    Task<IReadOnlyList<Feed>> AllAsync(CancellationToken cancellation = default);

    /// <summary>One feed; null where there is none (any more).</summary>
    Task<Feed?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Keeps a new feed and asks for its first run.</summary>
    Task AddAsync(Feed feed, CancellationToken cancellation = default);

    /// <summary>Forgets a feed; what it brought stays. Returns whether there was one.</summary>
    Task<bool> DeleteAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Asks for a run of a feed that is not paused, unless somebody else did since; returns whether it was asked for.</summary>
    /// <param name="id">The feed.</param>
    /// <param name="from">When it was due; null where that does not matter.</param>
    /// <param name="to">When it is due after that.</param>
    /// <param name="cancellation">Stops before it is asked for.</param>
    Task<bool> AskAsync(Guid id, DateTimeOffset? from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>Pauses a feed, or lets it go on; returns whether there is one.</summary>
    Task<bool> PauseAsync(Guid id, bool paused, CancellationToken cancellation = default);

    /// <summary>Keeps what became of a run.</summary>
    Task SaveAsync(Guid id, FeedRun run, CancellationToken cancellation = default);
}
