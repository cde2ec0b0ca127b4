using FashionRecs.Application.Outbound;

namespace FashionRecs.Application.Feeds;

/// <summary>Makes feeds, has them run now, and deletes them. Safe to share between threads.</summary>
public sealed class FeedSchedule(IFeedStore feeds, OutboundGate gate, TimeProvider time)
{
    /// <summary>Feeds of a shop at most.</summary>
    public const int Most = 100;

    /// <summary>Letters of a name at most.</summary>
    public const int LongestName = 100;

    /// <summary>Shortest and longest time between two runs.</summary>
    public static (TimeSpan Least, TimeSpan Most) Pause { get; } = (TimeSpan.FromMinutes(5), TimeSpan.FromDays(31));

    /// <summary>Makes a feed, which runs at once.</summary>
    /// <param name="person">Who.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="address">Where the list is.</param>
    /// <param name="every">How long from one run to the next.</param>
    /// <param name="cancellation">Stops before it is made.</param>
    /// <exception cref="InvalidDataException">It makes no sense, or leads inside the network; one sentence says why.</exception>
    public async Task<Feed> MakeAsync(string person, string? name, string? address, TimeSpan every,
        CancellationToken cancellation = default)
    {
        var clean = name?.Trim() ?? "";
        if (clean.Length is 0 or > LongestName || clean.Any(char.IsControl))
        {
            throw new InvalidDataException($"Give the feed a name of at most {LongestName} characters.");
        }

        if (every < Pause.Least || every > Pause.Most)
        {
            throw new InvalidDataException(
                $"A feed runs every {Pause.Least.TotalMinutes:0} minutes at most, and every {Pause.Most.TotalDays:0} days at least.");
        }

        var uri = await gate.CheckAsync(address, cancellation);
        if ((await feeds.AllAsync(cancellation)).Count >= Most)
        {
            throw new InvalidDataException($"The shop has {Most} feeds already; delete one first.");
        }

        var now = time.GetUtcNow();
        var feed = new Feed(Guid.NewGuid(), clean, uri.AbsoluteUri, every, person, now, now + every);
        await feeds.AddAsync(feed, cancellation);
        return feed;
    }

    /// <summary>Has a feed run now; returns whether there is one.</summary>
    /// <exception cref="InvalidDataException">It is paused; one sentence says so.</exception>
    public async Task<bool> RunNowAsync(Guid id, CancellationToken cancellation = default) =>
        await feeds.TryFindAsync(id, cancellation) is { } feed
        && (await feeds.AskAsync(id, null, time.GetUtcNow() + feed.Every, cancellation) ? true
            : throw new InvalidDataException("The feed is paused; let it go on first."));
}
