using System.Collections.Concurrent;
using FashionRecs.Core.Preferences;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>
/// Keeps what shoppers did and what was learned from it, and tells open pages when it changes: several tabs of one shopper
/// follow each other. Thread-safe; the events of one shopper are taken one after the other.
/// </summary>
public sealed class ShopperTastes(IShopStore store, CurrentCatalog catalog, PreferenceLearner learner)
{
    /// <summary>Shoppers kept in memory; beyond it those not seen for longest are read from the store again.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<Guid, Shopper> shoppers = new();

    /// <summary>What is known of a shopper now.</summary>
    public async Task<ShopperTaste> GetAsync(Guid shopper)
    {
        var entry = Entry(shopper);
        return entry.Taste ?? await entry.AloneAsync(() => LoadAsync(shopper, entry));
    }

    /// <summary>Keeps an event and learns from it. An event whose id was kept before changes nothing.</summary>
    public async Task<ShopperTaste> RecordAsync(Guid shopper, ShopperEvent happened)
    {
        var entry = Entry(shopper);
        var before = entry.Taste;
        var after = await entry.AloneAsync(async () =>
        {
            var known = entry.Taste ?? await LoadAsync(shopper, entry);
            if (!await store.AppendAsync(shopper, happened))
            {
                return known;
            }

            var state = Translate(happened, await catalog.GetAsync()) is { } seen ? learner.Update(known.State, seen) : known.State;
            return entry.Taste = new ShopperTaste(state, [.. known.History, happened]);
        });
        if (after != before)
        {
            await entry.TellAsync();
        }

        return after;
    }

    /// <summary>Takes an event back: the state is that of a history without it.</summary>
    public async Task<ShopperTaste> UndoAsync(Guid shopper, Guid happened)
    {
        var entry = Entry(shopper);
        var after = await entry.AloneAsync(async () => await store.UndoAsync(shopper, happened) || entry.Taste is null
            ? await LoadAsync(shopper, entry)
            : entry.Taste);
        await entry.TellAsync();
        return after;
    }

    /// <summary>Calls back after each change of what is known of a shopper, until disposed.</summary>
    public IDisposable Follow(Guid shopper, Func<Task> changed) => Entry(shopper).Follow(changed);

    private Shopper Entry(Guid shopper)
    {
        if (shoppers.Count > Capacity)
        {
            foreach (var (key, _) in shoppers.Where(pair => !pair.Value.IsFollowed).Take(Capacity / 10))
            {
                shoppers.TryRemove(key, out _);
            }
        }

        return shoppers.GetOrAdd(shopper, _ => new Shopper());
    }

    private async Task<ShopperTaste> LoadAsync(Guid shopper, Shopper entry)
    {
        var history = await store.HistoryAsync(shopper);
        var snapshot = await catalog.GetAsync();
        var state = learner.Replay(history.Select(happened => Translate(happened, snapshot)).OfType<PreferenceEvent>());
        return entry.Taste = new ShopperTaste(state, history);
    }

    /// <summary>An event in the learner's form; null where its product has left the catalog.</summary>
    private static PreferenceEvent? Translate(ShopperEvent happened, CatalogSnapshot snapshot)
    {
        var item = happened.Product is { } product ? snapshot.Find(product)?.Vector : null;
        return item is null && happened.Value is null
            ? null
            : new PreferenceEvent(happened.Signal, item, happened.Value, happened.Position, happened.Weight);
    }

    /// <summary>One shopper in memory: what is known, who follows, and a gate so that events do not overtake each other.</summary>
    private sealed class Shopper
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private readonly ConcurrentDictionary<Follower, bool> followers = new();

        public ShopperTaste? Taste { get; set; }

        public bool IsFollowed => !followers.IsEmpty;

        public async Task<ShopperTaste> AloneAsync(Func<Task<ShopperTaste>> act)
        {
            await gate.WaitAsync();
            try
            {
                return await act();
            }
            finally
            {
                gate.Release();
            }
        }

        public IDisposable Follow(Func<Task> changed)
        {
            var follower = new Follower(this, changed);
            followers[follower] = true;
            return follower;
        }

        public Task TellAsync() => Task.WhenAll(followers.Keys.Select(follower => follower.Changed()));

        private sealed class Follower(Shopper shopper, Func<Task> changed) : IDisposable
        {
            public Func<Task> Changed => changed;

            public void Dispose() => shopper.followers.TryRemove(this, out _);
        }
    }
}
