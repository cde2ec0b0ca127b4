namespace FashionRecs.Application.Shop;

/// <summary>
/// Keeps the smallest of many keys that come one by one, in memory of twice as many as are wanted: once that is full it is sorted, and
/// what is farther than the last wanted one is left out from then on. Not safe to share between threads.
/// </summary>
/// <param name="count">How many are wanted, at least 1.</param>
/// <param name="most">Keys that come at most.</param>
internal sealed class SmallestKeys(int count, int most)
{
    private readonly ulong[] kept = new ulong[Math.Min(2L * count, most)];
    private int length;
    private ulong farthest = ulong.MaxValue;

    /// <summary>Takes a key.</summary>
    public void Add(ulong key)
    {
        if (key > farthest)
        {
            return;
        }

        if (length == kept.Length)
        {
            Array.Sort(kept);
            (length, farthest) = (count, kept[count - 1]);
            if (key > farthest)
            {
                return;
            }
        }

        kept[length++] = key;
    }

    /// <summary>The smallest, rising.</summary>
    public ReadOnlySpan<ulong> Sorted()
    {
        Array.Sort(kept, 0, length);
        return kept.AsSpan(0, Math.Min(count, length));
    }
}
