using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the catalog in memory and brings it up to date when any process changed it.</summary>
public sealed class CatalogCache(ICatalogStore store, AttributeVocabulary vocabulary) : IDisposable
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
            snapshot = snapshot.With(vocabulary, await store.ChangesSinceAsync(snapshot.Revision, cancellation));
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
