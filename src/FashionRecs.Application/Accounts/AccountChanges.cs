using System.Collections.Concurrent;

namespace FashionRecs.Application.Accounts;

/// <summary>
/// Tells open circuits of this process at once that an account changed; those of other processes find out when they look
/// (<see cref="IAccountSessions.StandingAsync"/>). Thread-safe.
/// </summary>
public sealed class AccountChanges
{
    private readonly ConcurrentDictionary<Follower, byte> followers = new();

    /// <summary>Calls back after each change, on the thread that made it, until disposed.</summary>
    /// <param name="changed">Must be quick and throw nothing.</param>
    public IDisposable Follow(Action<AccountChange> changed)
    {
        var follower = new Follower(this, changed);
        followers[follower] = 0;
        return follower;
    }

    /// <summary>Tells everybody who follows.</summary>
    public void Tell(AccountChange change)
    {
        foreach (var (follower, _) in followers)
        {
            follower.Changed(change);
        }
    }

    private sealed class Follower(AccountChanges changes, Action<AccountChange> changed) : IDisposable
    {
        public Action<AccountChange> Changed => changed;

        public void Dispose() => changes.followers.TryRemove(this, out _);
    }
}
