using FashionRecs.Application.Caching;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the catalog in memory and brings it up to date when any process changed it.</summary>
public sealed class CatalogCache(ICatalogStore store, AttributeVocabulary vocabulary) : IDisposable
{
    private readonly RevisionCache<long, CatalogSnapshot> cache = new(
        new CatalogSnapshot(vocabulary, 0, []), snapshot => snapshot.Revision, store.RevisionAsync,
        async (before, cancellation) => Prepared(before.With(vocabulary, await store.ChangesSinceAsync(before.Revision, cancellation))));

    /// <summary>The catalog as it is now: one small query, and a reload of what changed where something did.</summary>
    public Task<CatalogSnapshot> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <summary>The index of a large catalog takes seconds: it is begun at once, and whoever searches earlier waits for it.</summary>
    private static CatalogSnapshot Prepared(CatalogSnapshot catalog)
    {
        if (catalog.IsLarge)
        {
            _ = Task.Run(() => catalog.Search);
        }

        return catalog;
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
