using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Orders products that were found.</summary>
internal static class ItemOrder
{
    private const int PlaceBits = 24;

    /// <summary>Some of the found products, in order.</summary>
    /// <param name="keys">Keys of the found products (<see cref="Key"/>); sorted here.</param>
    /// <param name="skip">Products to leave out at the start.</param>
    /// <param name="take">Products at most.</param>
    public static int[] Page(ulong[] keys, int skip, int take)
    {
        if (skip >= keys.Length || take <= 0)
        {
            return [];
        }

        Array.Sort(keys);
        var page = new int[Math.Min(take, keys.Length - skip)];
        for (var at = 0; at < page.Length; at++)
        {
            page[at] = (int)(keys[skip + at] & ((1ul << PlaceBits) - 1));
        }

        return page;
    }

    /// <summary>
    /// A key that orders by relevance and then by a number, both highest first; equals stand in the order of the catalog, which holds 16
    /// million products at most.
    /// </summary>
    public static ulong Key(int relevance, float number, int place)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        var rising = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        return ((ulong)(255 - Math.Clamp(relevance, 0, 255)) << (32 + PlaceBits)) | ((ulong)~rising << PlaceBits) | (uint)place;
    }

    /// <summary>Price as a number to order by; what has none comes last.</summary>
    public static float Price(CatalogItem item, bool isDearest) => (item.Product.Price, isDearest) switch
    {
        (null, _) => float.NegativeInfinity,
        ({ } price, true) => (float)price,
        ({ } price, false) => -(float)price,
    };
}
