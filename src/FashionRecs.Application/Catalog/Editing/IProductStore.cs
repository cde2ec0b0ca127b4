namespace FashionRecs.Application.Catalog.Editing;

/// <summary>
/// Changes what is said of products, and keeps what it was before. Every change raises the catalog's revision, so that all pages follow
/// with their next look. Safe to
/// share between threads and processes.
/// </summary>
public interface IProductStore
{
    /// <summary>One product, sold or withdrawn; null where there is none (any more).</summary>
    Task<StoredProduct?> TryFindAsync(string id, CancellationToken cancellation = default);

    /// <summary>
    /// Changes products in one step, each from what it is at that very moment. Where nothing differs, nothing is written.
    /// </summary>
    /// <param name="act">Who and what.</param>
    /// <param name="ids">The products; those that there are not are passed over.</param>
    /// <param name="change">Says what becomes of a product; null leaves it alone. It may be asked twice.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <returns>What was changed.</returns>
    Task<IReadOnlyList<ProductChange>> ChangeAsync(
        ProductAct act, IReadOnlyCollection<string> ids, Func<StoredProduct, StoredProduct?> change,
        CancellationToken cancellation = default);

    /// <summary>
    /// Deletes products with their readings and with what people said of their pictures. What shoppers did to them stays.
    /// </summary>
    /// <returns>How many there were, and the pictures that no product has any more.</returns>
    Task<(int Products, IReadOnlyList<string> Pictures)> DeleteAsync(ProductAct act, IReadOnlyCollection<string> ids,
        CancellationToken cancellation = default);

    /// <summary>Everything that happened to a product, newest first.</summary>
    Task<IReadOnlyList<ProductChange>> HistoryAsync(string product, CancellationToken cancellation = default);

    /// <summary>What a step did, product by product.</summary>
    Task<IReadOnlyList<ProductChange>> OfActAsync(Guid act, CancellationToken cancellation = default);
}
