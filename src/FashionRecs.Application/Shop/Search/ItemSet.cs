using System.Numerics;

namespace FashionRecs.Application.Shop.Search;

/// <summary>A set of a catalog's products by their places, one bit each. Filled by one thread, then only read.</summary>
/// <param name="size">Number of products of the catalog.</param>
internal sealed class ItemSet(int size)
{
    private ulong[] bits = new ulong[(size + 63) / 64];

    /// <summary>Number of products of the catalog.</summary>
    public int Size { get; } = size;

    /// <summary>Number of products in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in bits)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether it holds a product.</summary>
    public bool this[int item]
    {
        get => (bits[item >> 6] & (1ul << item)) != 0;
        set => bits[item >> 6] = value ? bits[item >> 6] | (1ul << item) : bits[item >> 6] & ~(1ul << item);
    }

    /// <summary>All products.</summary>
    public static ItemSet All(int size)
    {
        var all = new ItemSet(size);
        Array.Fill(all.bits, ulong.MaxValue);
        if ((size & 63) != 0)
        {
            all.bits[^1] = (1ul << size) - 1;
        }

        return all;
    }

    /// <summary>A copy of its own.</summary>
    public ItemSet Copy() => new(Size) { bits = [.. bits] };

    /// <summary>Keeps what the other holds, too.</summary>
    public ItemSet And(ItemSet other)
    {
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] &= other.bits[at];
        }

        return this;
    }

    /// <summary>Adds what the other holds.</summary>
    public ItemSet Or(ItemSet other)
    {
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] |= other.bits[at];
        }

        return this;
    }

    /// <summary>Takes away what the other holds.</summary>
    public ItemSet Except(ItemSet other)
    {
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] &= ~other.bits[at];
        }

        return this;
    }

    /// <summary>Number of products that both hold.</summary>
    public int CountBoth(ItemSet other)
    {
        var count = 0;
        for (var at = 0; at < bits.Length; at++)
        {
            count += BitOperations.PopCount(bits[at] & other.bits[at]);
        }

        return count;
    }

    /// <summary>The places of its products, rising.</summary>
    public int[] Places()
    {
        var places = new int[Count];
        var next = 0;
        for (var at = 0; at < bits.Length; at++)
        {
            for (var rest = bits[at]; rest != 0; rest &= rest - 1)
            {
                places[next++] = (at << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return places;
    }
}
