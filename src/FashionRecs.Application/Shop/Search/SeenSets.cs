using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Which products show a value to one shopper, who may deny what the shop says of some.</summary>
/// <param name="index">The catalog's index.</param>
/// <param name="denied">Places of the products of which they deny something, and the products as they are to them.</param>
internal sealed class SeenSets(SearchIndex index, IReadOnlyList<(int Place, CatalogItem Seen)> denied)
{
    /// <summary>The products that show a value.</summary>
    public ItemSet Of(AttributeValue value) => Seen(index.Of(value), [value]);

    /// <summary>The products that show any value of a family.</summary>
    public ItemSet Of(ValueFamily family) => Seen(index.Of(family), family.Values);

    private ItemSet Seen(ItemSet set, IReadOnlyList<AttributeValue> values)
    {
        if (denied.Count == 0)
        {
            return set;
        }

        var own = set.Copy();
        foreach (var (place, seen) in denied)
        {
            own[place] = SearchIndex.Shows(seen, values);
        }

        return own;
    }
}
