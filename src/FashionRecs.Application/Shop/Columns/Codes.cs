namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// Gives each of few things a small number, such as the types, colours and prices of a catalog. A number never changes its meaning, so that
/// one list serves every state of the catalog. Safe to share between threads.
/// </summary>
/// <typeparam name="T">What is numbered.</typeparam>
internal sealed class Codes<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<T, int> codes = new(comparer);
    private T[] known = [];

    /// <summary>How many numbers were given so far: 0 up to here.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return codes.Count;
            }
        }
    }

    /// <summary>All that have numbers, in the order of these.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            var count = Count;
            return Volatile.Read(ref known)[..count];
        }
    }

    /// <summary>What has a number.</summary>
    public T this[int code] => Volatile.Read(ref known)[code];

    /// <summary>The number of something; a new one where it has none.</summary>
    public int Of(T one)
    {
        lock (gate)
        {
            if (codes.TryGetValue(one, out var code))
            {
                return code;
            }

            code = codes.Count;
            var all = known;
            if (code == all.Length)
            {
                Array.Resize(ref all, Math.Max(16, 2 * code));
            }

            all[code] = one;
            Volatile.Write(ref known, all);
            codes.Add(one, code);
            return code;
        }
    }

    /// <summary>The number of something, or −1 where it was given none.</summary>
    public int TryFind(T one)
    {
        lock (gate)
        {
            return codes.GetValueOrDefault(one, -1);
        }
    }
}
