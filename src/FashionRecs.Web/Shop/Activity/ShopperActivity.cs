using System.Collections.Concurrent;
using FashionRecs.Application.Notices;

namespace FashionRecs.Web.Shop.Activity;

/// <summary>Tells a shopper's open pages, in whichever tab and on whichever server, that the shopper did something. Thread-safe.</summary>
public sealed class ShopperActivity : IDisposable
{
    private readonly ConcurrentDictionary<Follower, Guid> followers = new();
    private readonly INotices notices;
    private readonly IDisposable[] following;

    /// <summary>Begins to follow.</summary>
    public ShopperActivity(INotices notices)
    {
        this.notices = notices;
        following = [notices.Follow(NoticeKinds.Shopper, ChangedAsync), notices.Follow(NoticeKinds.ShopperLeft, LeftAsync)];
    }

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

    /// <summary>Tells the pages of a shopper; returns once all of this server have followed.</summary>
    public Task TellAsync(Guid shopper) => notices.TellAsync(NoticeKinds.Shopper, shopper.ToString("N"));

    /// <summary>Tells the pages of a shopper that their browser is another shopper now.</summary>
    public void Leave(Guid shopper) => _ = notices.TellAsync(NoticeKinds.ShopperLeft, shopper.ToString("N"));

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(following, one => one.Dispose());

    private async Task ChangedAsync(string? subject)
    {
        if (subject is not null)
        {
            await Task.WhenAll(Of(subject).Select(follower => follower.Changed()));
            return;
        }

        // Something may have been missed: all look again, one after the other, so that others are served meanwhile.
        foreach (var follower in followers.Keys)
        {
            await follower.Changed();
        }
    }

    private Task LeftAsync(string? subject)
    {
        foreach (var follower in Of(subject))
        {
            follower.Left();
        }

        return Task.CompletedTask;
    }

    private IEnumerable<Follower> Of(string? subject) => Guid.TryParseExact(subject, "N", out var shopper)
        ? followers.Where(pair => pair.Value == shopper).Select(pair => pair.Key) : [];

    private sealed class Follower(ShopperActivity activity, Func<Task> changed, Action left) : IDisposable
    {
        public Func<Task> Changed => changed;

        public Action Left => left;

        public void Dispose() => activity.followers.TryRemove(this, out _);
    }
}
