using FashionRecs.Application.Caching;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Keeps in memory which imports touched which product, and reads it anew once another one is done or taken back.</summary>
public sealed class ArrivalsCache(ICatalogImportStore imports) : IDisposable
{
    private readonly RevisionCache<(int, long), Arrivals> cache = new(
        new Arrivals((0, 0), new Dictionary<string, IReadOnlyList<Arrival>>()), arrivals => arrivals.Stamp, imports.ArrivalStampAsync,
        (_, cancellation) => imports.ArrivalsAsync(cancellation));

    /// <summary>The arrivals as they are now.</summary>
    public Task<Arrivals> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
