using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Application.Feeds;

/// <summary>
/// Runs a feed. It is asked for where a feed is made, by whoever wants it now, and when it is due; what cannot be fetched is tried again
/// after ever longer pauses, and given up until the feed is due the next time.
/// </summary>
public sealed class FeedJob(FeedFetch fetch, IFeedStore feeds, ICatalogImportStore imports, TimeProvider time) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "feed";

    private const int KindVersion = 1;

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => KindVersion;

    /// <inheritdoc/>
    public string Title => "Fetching a feed";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <summary>Asks for a run of a feed.</summary>
    public static WantedJob Of(Guid feed) => new(Kind, KindVersion, feed.ToString());

    /// <summary>Asks for what is due, once however many look, and lets imports of feeds go on that wait for a person to say so.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var feed in await feeds.AllAsync(cancellation))
        {
            if (feed.Last?.Import is { } import && await imports.StateAsync(import, cancellation) == CatalogImportState.Ready)
            {
                await imports.MoveAsync(import, CatalogImportState.Running, [CatalogImportState.Ready], cancellation: cancellation);
            }

            if (!feed.IsPaused && feed.Next <= now)
            {
                await feeds.AskAsync(feed.Id, feed.Next, now + feed.Every, cancellation);
            }
        }

        return [];
    }

    /// <inheritdoc/>
    public Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) =>
        fetch.RunAsync(Guid.Parse(subject), cancellation);
}
