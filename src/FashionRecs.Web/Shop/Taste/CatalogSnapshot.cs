using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;
using FashionRecs.Core.Ranking;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>The catalog at one moment, laid out for ranking. Immutable and safe to share between threads.</summary>
public sealed class CatalogSnapshot
{
    private readonly Dictionary<string, CatalogItem> byId;

    /// <summary>Lays out items.</summary>
    public CatalogSnapshot(IReadOnlyList<CatalogItem> items, AttributeVocabulary vocabulary)
    {
        Items = items;
        Matrix = ItemMatrix.Of([.. items.Select(item => item.Vector)], vocabulary.Values.Count);
        byId = items.ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
    }

    /// <summary>All products, in the order of <see cref="Matrix"/>.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>The products in the space of words.</summary>
    public ItemMatrix Matrix { get; }

    /// <summary>A product, or null where it is not, or no longer, in the catalog.</summary>
    public CatalogItem? Find(string id) => byId.GetValueOrDefault(id);
}
