using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog;

/// <summary>
/// Products, what the network said of them, and what people said. Every change raises the catalog's revision. Safe to share between
/// threads.
/// </summary>
public interface ICatalogStore
{
    /// <summary>Number of the latest change; 0 for an empty catalog.</summary>
    Task<long> RevisionAsync(CancellationToken cancellation = default);

    /// <summary>Ids of products the shop has or ever had, in their order.</summary>
    /// <param name="most">No more than these are read, at least 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<string>> IdsAsync(int most, CancellationToken cancellation = default);

    /// <summary>Everything that changed after a revision; 0 gives the whole catalog, in the order of ids.</summary>
    Task<CatalogChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default);

    /// <summary>
    /// The next products of the catalog as they are now, in an order of the database's own. Whoever reads all portions asks for the
    /// revision before the first and for the changes since then after the last.
    /// </summary>
    /// <param name="after">Where it begins: <see cref="CatalogPortion.Last"/> of the one before, or null for the first.</param>
    /// <param name="most">Products at most, at least 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<CatalogPortion> PortionAsync(string? after, int most, CancellationToken cancellation = default);

    /// <summary>
    /// The products whose last change was the latest up to a revision, as they are now; what changed after it is none of them.
    /// </summary>
    /// <param name="revision">The revision.</param>
    /// <param name="most">Products at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<CatalogChanges> LastChangedAsync(long revision, int most, CancellationToken cancellation = default);

    /// <summary>Ids of the products that are sold and changed after a revision, and of which people said something; in no order.</summary>
    Task<IReadOnlyList<string>> ReviewedSinceAsync(long revision, CancellationToken cancellation = default);

    /// <summary>
    /// Some products, sold or withdrawn, in one query and in no order; those that are gone for good are left out. Waits on the calling
    /// thread, for what lies behind a list.
    /// </summary>
    IReadOnlyList<CatalogItem> Find(IReadOnlyList<string> ids);

    /// <summary>The names of all products that are sold, by their ids. Waits on the calling thread.</summary>
    IReadOnlyDictionary<string, string> Names();

    /// <summary>One product, or null where there is none (any more).</summary>
    Task<CatalogItem?> TryFindAsync(string id, CancellationToken cancellation = default);

    /// <summary>One product, sold or withdrawn (<see cref="CatalogItem.IsWithdrawn"/>), or null where there is none (any more).</summary>
    Task<CatalogItem?> TryFindAnyAsync(string id, CancellationToken cancellation = default);

    /// <summary>
    /// Adds or replaces products in one step: a reader sees all of them or none. People's tags stay, and what is withdrawn stays withdrawn.
    /// </summary>
    /// <param name="products">The products with what the network said of them.</param>
    /// <param name="act">Who did it, for the histories of the products; null to keep no history.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    Task SaveAsync(IReadOnlyList<(Product Product, PredictedTags? Predicted)> products, ProductAct? act = null,
        CancellationToken cancellation = default);
}

/// <summary>Shorter ways to ask a catalog.</summary>
public static class CatalogStoreCalls
{
    /// <summary>Adds a product or replaces what was known of it; people's tags stay.</summary>
    public static Task SaveAsync(this ICatalogStore store, Product product, PredictedTags? predicted,
        CancellationToken cancellation = default) =>
        store.SaveAsync([(product, predicted)], null, cancellation);
}
