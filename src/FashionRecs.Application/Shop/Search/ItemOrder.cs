using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Orders products that were found.</summary>
internal static class ItemOrder
{
    /// <summary>Some of the found products, in order; equals stand in the order of the catalog.</summary>
    /// <param name="places">Places of the found products, rising.</param>
    /// <param name="keys">What orders them, highest first; (found).</param>
    /// <param name="skip">Products to leave out at the start.</param>
    /// <param name="take">Products at most.</param>
    public static int[] Page(int[] places, ulong[] keys, int skip, int take)
    {
        if (skip >= places.Length || take <= 0)
        {
            return [];
        }

        // Equal keys are told apart by the place, which is sorted with them.
        var order = new (ulong Key, int Place)[places.Length];
        for (var at = 0; at < places.Length; at++)
        {
            order[at] = (~keys[at], places[at]);
        }

        Array.Sort(order);
        return [.. order.Skip(skip).Take(take).Select(entry => entry.Place)];
    }

    /// <summary>A key that orders by relevance and then by a number, both highest first.</summary>
    public static ulong Key(int relevance, float number)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        var sortable = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        return ((ulong)Math.Clamp(relevance, 0, 255) << 32) | sortable;
    }

    /// <summary>Price as a number to order by; what has none comes last.</summary>
    public static float Price(CatalogItem item, bool isDearest) => (item.Product.Price, isDearest) switch
    {
        (null, _) => float.NegativeInfinity,
        ({ } price, true) => (float)price,
        ({ } price, false) => -(float)price,
    };
}
