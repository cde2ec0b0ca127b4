using FashionRecs.Core.Attributes;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>The catalog in memory, read again once it is older than <see cref="Age"/>. Thread-safe.</summary>
public sealed class CurrentCatalog(IShopStore store, AttributeVocabulary vocabulary, TimeProvider clock) : IDisposable
{
    /// <summary>How long a change of the catalog may stay unseen.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1, 1);
    private CatalogSnapshot? snapshot;
    private DateTimeOffset read;

    /// <summary>The catalog now.</summary>
    public async ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellation = default)
    {
        // An empty catalog is asked for again at once: somebody is about to import one.
        if (snapshot is { Items.Count: > 0 } known && clock.GetUtcNow() - read < Age)
        {
            return known;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            if (snapshot is not { Items.Count: > 0 } || clock.GetUtcNow() - read >= Age)
            {
                snapshot = new CatalogSnapshot(await store.ItemsAsync(cancellation), vocabulary);
                read = clock.GetUtcNow();
            }

            return snapshot;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes the next reader see the catalog as it is.</summary>
    public void Refresh() => read = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
