using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>Finds what a query asks for, and what each further filter would leave. Safe to share between threads.</summary>
public sealed class CatalogFilter(AttributeVocabulary vocabulary)
{
    private readonly IReadOnlyList<Facet> facets = Facet.All(vocabulary);

    /// <summary>The products a query asks for, in the catalog's order.</summary>
    public IEnumerable<CatalogItem> Find(IEnumerable<CatalogItem> items, CatalogQuery query) => Find(items, query, except: null);

    /// <summary>
    /// The values of every facet with their counts, most first. The counts of a facet leave out its own filters: they say what the page would show
    /// if that value were chosen in it.
    /// </summary>
    public IReadOnlyList<IGrouping<Facet, FacetCount>> Count(IReadOnlyList<CatalogItem> items, CatalogQuery query) =>
    [
        .. facets.SelectMany(facet => Find(items, query, facet)
                .Select(facet.ValueOf).OfType<string>().GroupBy(value => value)
                .Select(group => new FacetCount(facet, group.Key, group.Count()))
                .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal))
            .GroupBy(count => count.Facet),
    ];

    /// <summary>The filters that are applied, with what people read for them.</summary>
    public IEnumerable<(Facet Facet, string Value)> Applied(CatalogQuery query) =>
        facets.SelectMany(facet => query.Filters.GetValueOrDefault(facet.Name, []).Select(value => (facet, value)));

    private IEnumerable<CatalogItem> Find(IEnumerable<CatalogItem> items, CatalogQuery query, Facet? except)
    {
        var words = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wanted = facets.Where(facet => facet != except && query.Filters.TryGetValue(facet.Name, out var values) && values.Count > 0).ToArray();
        return items.Where(item =>
            (query.MostPrice is not { } most || item.Product.Price <= most)
            && wanted.All(facet => facet.ValueOf(item) is { } value && query.Filters[facet.Name].Contains(value))
            && (words.Length == 0 || Matches(item, words)));
    }

    /// <summary>Every word stands in what the shop or the network says of the product.</summary>
    private static bool Matches(CatalogItem item, string[] words)
    {
        var product = item.Product;
        var seen = item.Readings.Where(reading => reading.Visible >= 0.5f).Select(reading => $"{reading.Top.Phrase} {reading.Top.English}");
        var text = string.Join(' ', [product.Name, product.Type, product.Section, product.Colour, product.Pattern, product.Description, .. seen]);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
