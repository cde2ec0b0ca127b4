using System.Collections.Concurrent;
using FashionRecs.Application.Caching;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Application.Shoppers;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the profiles of recent shoppers, and brings one up to date when any process logged an event of theirs.</summary>
public sealed class ShopperCache(IShopperStore store, ShopperLearner learner, CurrentTaste taste)
{
    /// <summary>Profiles kept at most; each takes about 12 KB and its history.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<Guid, RevisionCache<long, ShopperProfile>> profiles = new();

    /// <summary>What those here were learned with.</summary>
    private ActiveTaste? learned;

    /// <summary>The shopper as they are now. A new event is learned on top; an undone or merged one is a replay.</summary>
    public async Task<ShopperProfile> GetAsync(Guid shopper, CancellationToken cancellation = default)
    {
        var now = await taste.GetAsync(cancellation);
        if (Interlocked.Exchange(ref learned, now) is { } before && before.Learner != now.Learner)
        {
            Clear();
        }

        if (profiles.Count >= Capacity && !profiles.ContainsKey(shopper))
        {
            // Everything here can be worked out again from the log, so forgetting costs time only.
            Clear();
        }

        return await profiles.GetOrAdd(shopper, Open).GetAsync(cancellation);
    }

    /// <summary>Drops a shopper from memory.</summary>
    public void Forget(Guid shopper) => profiles.TryRemove(shopper, out _);

    /// <summary>Drops everybody from memory.</summary>
    public void Clear() => profiles.Clear();

    private RevisionCache<long, ShopperProfile> Open(Guid shopper) => new(
        learner.Nobody, profile => profile.History.Revision,
        cancellation => store.RevisionAsync(shopper, cancellation),
        async (known, cancellation) => learner.Continue(known, await store.HistoryAsync(shopper, known.History, cancellation)));
}
