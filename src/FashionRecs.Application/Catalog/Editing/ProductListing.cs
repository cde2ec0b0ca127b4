using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog.Editing;

/// <summary>
/// Finds products, sold and withdrawn, for those who keep the catalog. It lies in memory, so that no query is asked. Safe to share between
/// threads.
/// </summary>
public sealed class ProductListing(WholeCatalog catalog)
{
    /// <summary>All products that pass a query, in its order; equals by id.</summary>
    public async Task<IReadOnlyList<CatalogItem>> FindAsync(ProductQuery query, CancellationToken cancellation = default)
    {
        var all = await catalog.GetAsync(cancellation);
        string[] words = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (query.Withdrawn == true ? [] : all.Items).Concat(query.Withdrawn == false ? [] : all.Withdrawn.Values)
            .Where(item => (query.Type.Length == 0 || item.Product.Type == query.Type)
            && (query.Section.Length == 0 || item.Product.Section == query.Section)
                && words.All(word => Holds(item.Product, word)));
        return [.. Ordered(found, query)];
    }

    /// <summary>What is written in one field anywhere in the catalog, in alphabetical order, each once.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(ProductField field, CancellationToken cancellation = default)
    {
        var all = await catalog.GetAsync(cancellation);
        return [.. all.Items.Concat(all.Withdrawn.Values).Select(item => field.Read(item.Product)).Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static IOrderedEnumerable<CatalogItem> Ordered(IEnumerable<CatalogItem> found, ProductQuery query)
    {
        var field = ProductField.Facts.FirstOrDefault(field => field.Code == query.Order);
        var ordered = query.Order switch
        {
            "price" => By(item => item.Product.Price ?? -1, Comparer<decimal>.Default),
            _ when field is not null => By(item => field.Read(item.Product), StringComparer.OrdinalIgnoreCase),
            _ => By(item => item.Product.Id, StringComparer.Ordinal),
        };
        return ordered.ThenBy(item => item.Product.Id, StringComparer.Ordinal);

        IOrderedEnumerable<CatalogItem> By<T>(Func<CatalogItem, T> key, IComparer<T> comparer) =>
            query.Descending ? found.OrderByDescending(key, comparer) : found.OrderBy(key, comparer);
    }

    private static bool Holds(Product product, string word) =>
        product.Id.Contains(word, StringComparison.OrdinalIgnoreCase) || product.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Type.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Colour.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Section.Contains(word, StringComparison.OrdinalIgnoreCase);
}
