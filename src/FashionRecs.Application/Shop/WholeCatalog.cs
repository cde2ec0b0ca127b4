namespace FashionRecs.Application.Shop;

/// <summary>
/// The catalog with all its products in memory, for the desk and for what learns, which go through all of them: the shop's own where that
/// holds them, else one that is read when it is first asked for and follows the changes from then on. It is searched by nobody. Safe to
/// share between threads.
/// </summary>
public sealed class WholeCatalog(CatalogCache catalog) : IDisposable
{
    private readonly CatalogCache whole = catalog.Whole();

    /// <summary>The catalog as it is now.</summary>
    public async Task<CatalogSnapshot> GetAsync(CancellationToken cancellation = default) =>
        await catalog.GetAsync(cancellation) is { IsHeld: true } held ? held : await whole.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => whole.Dispose();
}
