using System.Collections.Frozen;
using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;
using FashionRecs.Core.Ranking;

namespace FashionRecs.Storage.Shop;

/// <summary>The whole catalog in memory at one revision. Immutable and safe to share between threads.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, int> byId;

    internal CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IEnumerable<CatalogItem> items)
    {
        Revision = revision;
        Items = [.. items.OrderBy(item => item.Product.Id, StringComparer.Ordinal)];
        Matrix = ItemMatrix.Of([.. Items.Select(item => item.Vector)], vocabulary.Values.Count);
        byId = Items.Select((item, index) => (item.Product.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>All products, ordered by id; a ranked item's index is its place here.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>The products laid out for scoring.</summary>
    public ItemMatrix Matrix { get; }

    /// <summary>Index of a product, or −1 where there is none.</summary>
    public int IndexOf(string id) => byId.GetValueOrDefault(id, -1);

    /// <summary>A product, or null where there is none (any more).</summary>
    public CatalogItem? TryFind(string id) => byId.TryGetValue(id, out var index) ? Items[index] : null;
}
