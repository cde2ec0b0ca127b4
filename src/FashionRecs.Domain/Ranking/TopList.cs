using System.Numerics.Tensors;

namespace FashionRecs.Domain.Ranking;

/// <summary>Keeps the best items seen so far; equal scores go to the lower index, so that a ranking never depends on threads.</summary>
internal sealed class TopList(int capacity)
{
    private static readonly Comparer<RankedItem> WorstFirst = Comparer<RankedItem>.Create(
        (left, right) => left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Item.CompareTo(left.Item));

    private readonly PriorityQueue<int, RankedItem> heap = new(capacity + 1, WorstFirst);

    private float Threshold =>
        heap.Count < capacity ? float.NegativeInfinity : heap.TryPeek(out _, out var worst) ? worst.Score : float.PositiveInfinity;

    public void Add(RankedItem item)
    {
        if (heap.Count < capacity)
        {
            heap.Enqueue(item.Item, item);
        }
        else if (capacity > 0)
        {
            heap.EnqueueDequeue(item.Item, item);
        }
    }

    /// <summary>Takes a block of scores; blocks without a score at the threshold cost one vectorized pass.</summary>
    public void AddBlock(int start, ReadOnlySpan<float> scores, Predicate<int>? allowed)
    {
        if (scores.IsEmpty || TensorPrimitives.Max(scores) < Threshold)
        {
            return;
        }

        for (var at = 0; at < scores.Length; at++)
        {
            if (scores[at] >= Threshold && (allowed is null || allowed(start + at)))
            {
                Add(new RankedItem(start + at, scores[at]));
            }
        }
    }

    public void AddAll(TopList other)
    {
        foreach (var (_, item) in other.heap.UnorderedItems)
        {
            Add(item);
        }
    }

    /// <summary>Best first.</summary>
    public RankedItem[] ToArray()
    {
        var items = heap.UnorderedItems.Select(entry => entry.Priority).ToArray();
        Array.Sort(items, (left, right) => WorstFirst.Compare(right, left));
        return items;
    }
}
