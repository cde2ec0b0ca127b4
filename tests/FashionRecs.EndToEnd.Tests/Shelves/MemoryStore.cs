using System.Collections.Concurrent;
using FashionRecs.Core.Catalog;
using FashionRecs.Web.Shop.Taste;

namespace FashionRecs.EndToEnd.Tests.Shelves;

/// <summary>Shelves that a test fills itself, with tags that the test states.</summary>
public sealed class MemoryStore : IShopStore
{
    private readonly ConcurrentDictionary<string, CatalogItem> items = new();
    private readonly ConcurrentDictionary<string, byte[]> pictures = new();
    private readonly Dictionary<Guid, List<(ShopperEvent Event, bool Undone)>> histories = [];
    private readonly Lock gate = new();

    /// <summary>Puts a product on the shelves.</summary>
    public void Add(CatalogItem item, byte[] picture)
    {
        items[item.Product.Id] = item;
        pictures[item.Product.Picture] = picture;
    }

    /// <summary>Takes a product away.</summary>
    public void Remove(string id) => items.TryRemove(id, out _);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogItem>> ItemsAsync(CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<CatalogItem>>([.. items.Values.OrderBy(item => item.Product.Id, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<byte[]?> PictureAsync(string fingerprint, CancellationToken cancellation = default) =>
        Task.FromResult(pictures.GetValueOrDefault(fingerprint));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ShopperEvent>> HistoryAsync(Guid shopper, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<ShopperEvent>>([.. History(shopper).Where(kept => !kept.Undone).Select(kept => kept.Event)]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(Guid shopper, ShopperEvent happened, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var history = History(shopper);
            var isNew = history.All(kept => kept.Event.Id != happened.Id);
            if (isNew)
            {
                history.Add((happened, false));
            }

            return Task.FromResult(isNew);
        }
    }

    /// <inheritdoc/>
    public Task<bool> UndoAsync(Guid shopper, Guid happened, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var history = History(shopper);
            var at = history.FindIndex(kept => kept.Event.Id == happened && !kept.Undone);
            if (at >= 0)
            {
                history[at] = (history[at].Event, true);
            }

            return Task.FromResult(at >= 0);
        }
    }

    private List<(ShopperEvent Event, bool Undone)> History(Guid shopper) =>
        histories.TryGetValue(shopper, out var history) ? history : histories[shopper] = [];
}
