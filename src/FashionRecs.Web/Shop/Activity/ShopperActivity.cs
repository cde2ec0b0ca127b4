using System.Collections.Concurrent;

namespace FashionRecs.Web.Shop.Activity;

/// <summary>Tells a shopper's open pages, in whichever tab, that the shopper did something. Thread-safe.</summary>
public sealed class ShopperActivity
{
    private readonly ConcurrentDictionary<Follower, Guid> followers = new();

    /// <summary>Calls back after each act of a shopper, until disposed.</summary>
    public IDisposable Follow(Guid shopper, Func<Task> changed)
    {
        var follower = new Follower(this, changed);
        followers[follower] = shopper;
        return follower;
    }

    /// <summary>Tells the pages of a shopper; returns once all have followed.</summary>
    public Task TellAsync(Guid shopper) =>
        Task.WhenAll(followers.Where(pair => pair.Value == shopper).Select(pair => pair.Key.Changed()));

    private sealed class Follower(ShopperActivity activity, Func<Task> changed) : IDisposable
    {
        public Func<Task> Changed => changed;

        public void Dispose() => activity.followers.TryRemove(this, out _);
    }
}
