using System.Collections.Frozen;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>The whole catalog in memory at one revision. Immutable and safe to share between threads.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, int> byId;
    private IReadOnlyList<PriceStep>? priceSteps;

    internal CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IEnumerable<CatalogItem> items)
    {
        Revision = revision;
        Items = [.. items.OrderBy(item => item.Product.Id, StringComparer.Ordinal)];
        Matrix = ItemMatrix.Of([.. Items.Select(item => item.Vector)], vocabulary.Values.Count);
        byId = Items.Select((item, index) => (item.Product.Id, index))
            .ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    private CatalogSnapshot(CatalogSnapshot before, long revision, CatalogItem[] items, ItemMatrix matrix) =>
        (Revision, Items, Matrix, byId) = (revision, items, matrix, before.byId);

    /// <summary>
    /// The catalog after some changes. Products that are there already, as after a review, are replaced in their places; a large catalog is
    /// laid out anew only where products came or went.
    /// </summary>
    internal CatalogSnapshot With(AttributeVocabulary vocabulary, CatalogChanges changes)
    {
        if (!changes.Removed.Any(byId.ContainsKey) && changes.Items.All(item => byId.ContainsKey(item.Product.Id)))
        {
            CatalogItem[] items = [.. Items];
            foreach (var item in changes.Items)
            {
                items[byId[item.Product.Id]] = item;
            }

            return new CatalogSnapshot(this, changes.Revision, items,
                Matrix.Replace(changes.Items.Select(item => (byId[item.Product.Id], item.Vector))));
        }

        var all = Items.ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
        foreach (var item in changes.Items)
        {
            all[item.Product.Id] = item;
        }

        foreach (var removed in changes.Removed)
        {
            all.Remove(removed);
        }

        return new CatalogSnapshot(vocabulary, changes.Revision, all.Values);
    }

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>All products, ordered by id; a ranked item's index is its place here.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>Parts of the range of prices; worked out when first asked for, twice at worst.</summary>
    public IReadOnlyList<PriceStep> PriceSteps => priceSteps ??= PriceStep.Of(Items.Select(item => item.Product.Price).OfType<decimal>());

    /// <summary>The products laid out for scoring.</summary>
    public ItemMatrix Matrix { get; }

    /// <summary>Index of a product, or −1 where there is none.</summary>
    public int IndexOf(string id) => byId.GetValueOrDefault(id, -1);

    /// <summary>A product, or null where there is none (any more).</summary>
    public CatalogItem? TryFind(string id) => byId.TryGetValue(id, out var index) ? Items[index] : null;
}
