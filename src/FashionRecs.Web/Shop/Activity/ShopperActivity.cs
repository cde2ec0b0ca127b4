using System.Collections.Concurrent;

namespace FashionRecs.Web.Shop.Activity;

/// <summary>Tells a shopper's open pages, in whichever tab, that the shopper did something. Thread-safe.</summary>
public sealed class ShopperActivity
{
    private readonly ConcurrentDictionary<Follower, Guid> followers = new();

    /// <summary>Calls back after each act of a shopper, until disposed.</summary>
    /// <param name="shopper">Who.</param>
    /// <param name="changed">Called after each act.</param>
    /// <param name="left">Called when the browser stops being this shopper, because somebody signed in there.</param>
    public IDisposable Follow(Guid shopper, Func<Task> changed, Action left)
    {
        var follower = new Follower(this, changed, left);
        followers[follower] = shopper;
        return follower;
    }

    /// <summary>Tells the pages of a shopper; returns once all have followed.</summary>
    public Task TellAsync(Guid shopper) =>
        Task.WhenAll(followers.Where(pair => pair.Value == shopper).Select(pair => pair.Key.Changed()));

    /// <summary>Tells the pages of a shopper that their browser is another shopper now.</summary>
    public void Leave(Guid shopper)
    {
        foreach (var (follower, _) in followers.Where(pair => pair.Value == shopper))
        {
            follower.Left();
        }
    }

    private sealed class Follower(ShopperActivity activity, Func<Task> changed, Action left) : IDisposable
    {
        public Func<Task> Changed => changed;

        public Action Left => left;

        public void Dispose() => activity.followers.TryRemove(this, out _);
    }
}
