namespace FashionRecs.Web.Shop.Lists;

/// <summary>
/// The lists that shoppers have open, or could come back to, so that Back brings the very same list. In memory alone: after six hours,
/// after a restart, or where a thousand lists are newer, a page is ranked anew. Thread-safe.
/// </summary>
public sealed class OpenLists(TimeProvider time)
{
    /// <summary>Lists kept at most; each takes about 50 KB.</summary>
    public const int Most = 1000;

    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    private readonly Lock guard = new();
    private readonly Dictionary<(Guid Shopper, string Key), OpenList> lists = [];
    private readonly Queue<(Guid Shopper, string Key)> order = new();

    /// <summary>Keeps a list, or what became of it.</summary>
    public void Keep(Guid shopper, OpenList list)
    {
        lock (guard)
        {
            if (!lists.ContainsKey((shopper, list.Key)))
            {
                order.Enqueue((shopper, list.Key));
            }

            lists[(shopper, list.Key)] = list;
            while (order.Count > Most)
            {
                lists.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>A list of a shopper's; null where it is not kept (any more).</summary>
    public OpenList? Find(Guid shopper, string? key)
    {
        lock (guard)
        {
            return key is not null && lists.TryGetValue((shopper, key), out var list) && time.GetUtcNow() - list.At <= Kept ? list : null;
        }
    }

    /// <summary>Drops all that was listed for a shopper.</summary>
    public void Forget(Guid shopper)
    {
        lock (guard)
        {
            foreach (var key in lists.Keys.Where(known => known.Shopper == shopper).ToArray())
            {
                lists.Remove(key);
            }
        }
    }
}
