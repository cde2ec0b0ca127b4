namespace FashionRecs.Application.Shop.Search;

/// <summary>Orders products that were found.</summary>
internal static class ItemOrder
{
    private const int PlaceBits = 24;

    /// <summary>Part of the found products below which they are not all sorted.</summary>
    private const int Few = 8;

    /// <summary>Some of the found products, in order.</summary>
    /// <param name="keys">Keys of the found products (<see cref="Key"/>), each once; no order is needed and none is kept.</param>
    /// <param name="skip">Products to leave out at the start.</param>
    /// <param name="take">Products at most.</param>
    public static int[] Page(ulong[] keys, int skip, int take)
    {
        if (skip >= keys.Length || take <= 0)
        {
            return [];
        }

        var end = (int)Math.Min(keys.Length, (long)skip + take);
        var first = First(keys, end);
        var page = new int[end - skip];
        for (var at = 0; at < page.Length; at++)
        {
            page[at] = (int)(first[skip + at] & ((1ul << PlaceBits) - 1));
        }

        return page;
    }

    /// <summary>The smallest keys in order: all are sorted where that is much of them, else those that are small enough are kept.</summary>
    private static ReadOnlySpan<ulong> First(ulong[] keys, int count)
    {
        if (count > keys.Length / Few)
        {
            Array.Sort(keys);
            return keys;
        }

        var smallest = new SmallestKeys(count, keys.Length);
        foreach (var key in keys)
        {
            smallest.Add(key);
        }

        return smallest.Sorted();
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
    public static float Price(decimal? known, bool isDearest) => (known, isDearest) switch
    {
        (null, _) => float.NegativeInfinity,
        ({ } price, true) => (float)price,
        ({ } price, false) => -(float)price,
    };
}
