using System.Collections.Concurrent;

namespace FashionRecs.Application.Notices;

/// <summary>
/// News within one process. Several processes on one SQLite file find out by the revisions that each page asks for. Safe to share between
/// threads.
/// </summary>
public sealed class LocalNotices : INotices
{
    private readonly ConcurrentDictionary<Follower, byte> followers = new();

    /// <inheritdoc/>
    public bool IsListening => true;

    /// <inheritdoc/>
    public Task TellAsync(string kind, string subject) => DeliverAsync(kind, subject);

    /// <inheritdoc/>
    public IDisposable Follow(string kind, Func<string?, Task> told)
    {
        var follower = new Follower(this, kind, told);
        followers[follower] = 0;
        return follower;
    }

    /// <summary>Hands news on to those who follow here; null as the subject where some may have been missed.</summary>
    public Task DeliverAsync(string kind, string? subject) =>
        Task.WhenAll(followers.Keys.Where(follower => follower.Kind == kind).Select(follower => follower.Told(subject)));

    /// <summary>Kinds that somebody follows here.</summary>
    public IReadOnlyCollection<string> Kinds => [.. followers.Keys.Select(follower => follower.Kind).Distinct()];

    private sealed class Follower(LocalNotices notices, string kind, Func<string?, Task> told) : IDisposable
    {
        public string Kind => kind;

        public Func<string?, Task> Told => told;

        public void Dispose() => notices.followers.TryRemove(this, out _);
    }
}
