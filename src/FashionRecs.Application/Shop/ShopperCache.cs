using System.Collections.Concurrent;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the profiles of recent shoppers, and brings one up to date when any process logged an event of theirs.</summary>
public sealed class ShopperCache(IShopperStore store, PreferenceLearner learner)
{
    /// <summary>Profiles kept at most; each takes about 12 KB and its history.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<Guid, ShopperProfile> profiles = new();

    /// <summary>The shopper as they are now. A new event is learned on top; an undone or merged one is a replay.</summary>
    public async Task<ShopperProfile> GetAsync(Guid shopper, CancellationToken cancellation = default)
    {
        var revision = await store.RevisionAsync(shopper, cancellation);
        if (profiles.TryGetValue(shopper, out var known) && known.History.Revision == revision)
        {
            return known;
        }

        var history = revision == 0 ? new ShopperHistory(0, []) : await store.HistoryAsync(shopper, known?.History, cancellation);
        var profile = new ShopperProfile(history, Learn(known, history));
        if (profiles.Count >= Capacity)
        {
            // Everything here can be worked out again from the log, so forgetting costs time only.
            profiles.Clear();
        }

        profiles[shopper] = profile;
        return profile;
    }

    /// <summary>Drops a shopper from memory.</summary>
    public void Forget(Guid shopper) => profiles.TryRemove(shopper, out _);

    private PreferenceState Learn(ShopperProfile? known, ShopperHistory history)
    {
        var before = known?.History.Events ?? [];
        var continues = before.Count <= history.Events.Count
            && before.Zip(history.Events).All(pair => pair.First.Event.Id == pair.Second.Event.Id);
        return continues && known is not null
            ? history.Events.Skip(before.Count).Select(entry => entry.Learned).Aggregate(known.State, learner.Update)
            : learner.Replay(history.Events.Select(entry => entry.Learned));
    }
}
