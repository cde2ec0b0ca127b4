using System.Collections.Concurrent;
using FashionRecs.Application.Caching;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the profiles of recent shoppers, and brings one up to date when any process logged an event of theirs.</summary>
public sealed class ShopperCache(IShopperStore store, PreferenceLearner learner)
{
    /// <summary>Profiles kept at most; each takes about 12 KB and its history.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<Guid, RevisionCache<long, ShopperProfile>> profiles = new();

    /// <summary>Somebody of whom nothing is known.</summary>
    public ShopperProfile Nobody { get; } = new(new ShopperHistory(0, []), learner.Replay([]));

    /// <summary>The shopper as they are now. A new event is learned on top; an undone or merged one is a replay.</summary>
    public Task<ShopperProfile> GetAsync(Guid shopper, CancellationToken cancellation = default)
    {
        if (profiles.Count >= Capacity && !profiles.ContainsKey(shopper))
        {
            // Everything here can be worked out again from the log, so forgetting costs time only.
            profiles.Clear();
        }

        return profiles.GetOrAdd(shopper, Open).GetAsync(cancellation);
    }

    /// <summary>What would be believed of a shopper without some of what they did; what is believed where they did none of it.</summary>
    public PreferenceState Without(ShopperProfile profile, Func<ShopperEvent, bool> left) =>
        profile.History.Events.Any(entry => left(entry.Event))
        ? learner.Replay(profile.History.Events.Where(entry => !left(entry.Event)).Select(entry => entry.Learned))
        : profile.State;

    /// <summary>Drops a shopper from memory.</summary>
    public void Forget(Guid shopper) => profiles.TryRemove(shopper, out _);

    private RevisionCache<long, ShopperProfile> Open(Guid shopper) => new(
        Nobody, profile => profile.History.Revision,
        cancellation => store.RevisionAsync(shopper, cancellation), async (known, cancellation) =>
        {
            var history = await store.HistoryAsync(shopper, known.History, cancellation);
            return new ShopperProfile(history, Learn(known, history));
        });

    private PreferenceState Learn(ShopperProfile known, ShopperHistory history)
    {
        var before = known.History.Events;
        var continues = before.Count <= history.Events.Count
            && before.Zip(history.Events).All(pair => pair.First.Event.Id == pair.Second.Event.Id);
        return continues
            ? history.Events.Skip(before.Count).Select(entry => entry.Learned).Aggregate(known.State, learner.Update)
            : learner.Replay(history.Events.Select(entry => entry.Learned));
    }
}
