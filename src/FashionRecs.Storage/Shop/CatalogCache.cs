using FashionRecs.Core.Attributes;
using FashionRecs.Storage.Catalog;

namespace FashionRecs.Storage.Shop;

/// <summary>Keeps the catalog in memory and brings it up to date when any process changed it.</summary>
public sealed class CatalogCache(CatalogStore store, AttributeVocabulary vocabulary) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private CatalogSnapshot current = new(vocabulary, 0, []);

    /// <summary>The catalog as it is now: one small query, and a reload of what changed where something did.</summary>
    public async Task<CatalogSnapshot> GetAsync(CancellationToken cancellation = default)
    {
        var snapshot = Volatile.Read(ref current);
        if (await store.RevisionAsync(cancellation) == snapshot.Revision)
        {
            return snapshot;
        }

        await refreshing.WaitAsync(cancellation);
        try
        {
            snapshot = Volatile.Read(ref current);
            var changes = await store.ChangesSinceAsync(snapshot.Revision, cancellation);
            var items = snapshot.Items.ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
            foreach (var item in changes.Items)
            {
                items[item.Product.Id] = item;
            }

            foreach (var removed in changes.Removed)
            {
                items.Remove(removed);
            }

            snapshot = new CatalogSnapshot(vocabulary, changes.Revision, items.Values);
            Volatile.Write(ref current, snapshot);
            return snapshot;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();
}
