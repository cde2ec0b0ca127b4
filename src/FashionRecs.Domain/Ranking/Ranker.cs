using System.Numerics.Tensors;

namespace FashionRecs.Domain.Ranking;

/// <summary>Finds the items of highest score. Safe to call from several threads.</summary>
public static class Ranker
{
    /// <summary>Below this many items one thread is faster than sharing the work.</summary>
    private const int ParallelFrom = 65_536;

    /// <summary>The best items, best first; equal scores in the order of the items.</summary>
    /// <param name="items">All items.</param>
    /// <param name="weights">The shopper's weights.</param>
    /// <param name="count">How many to return at most, at least 0.</param>
    /// <param name="allowed">Which item indices may appear, or null for all; called from several threads.</param>
    /// <param name="beside">What else adds to the score of each item, (items); null for nothing.</param>
    public static RankedItem[] Top(ItemMatrix items, PreferenceVector weights, int count, Predicate<int>? allowed = null,
        float[]? beside = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ThrowIfOfOthers(items, beside);
        if (items.Count < ParallelFrom)
        {
            var top = new TopList(count);
            Scan(items, weights, allowed, beside, top, 0, items.Blocks);
            return top.ToArray();
        }

        var workers = Math.Min(Environment.ProcessorCount, items.Blocks);
        var parts = new TopList[workers];
        Parallel.For(0, workers, worker =>
        {
            parts[worker] = new TopList(count);
            Scan(items, weights, allowed, beside, parts[worker], items.Blocks * worker / workers, items.Blocks * (worker + 1) / workers);
        });
        foreach (var part in parts.AsSpan(1))
        {
            parts[0].AddAll(part);
        }

        return parts[0].ToArray();
    }

    /// <summary>One-based place of a score among all items: 1 + the number of items with a higher one.</summary>
    /// <param name="items">All items.</param>
    /// <param name="weights">The shopper's weights.</param>
    /// <param name="score">The score.</param>
    /// <param name="beside">As for <see cref="Top"/>.</param>
    public static int PlaceOf(ItemMatrix items, PreferenceVector weights, float score, float[]? beside = null)
    {
        ThrowIfOfOthers(items, beside);
        if (items.Count < ParallelFrom)
        {
            return Higher(0, items.Blocks) + 1;
        }

        var workers = Math.Min(Environment.ProcessorCount, items.Blocks);
        var place = 1;
        Parallel.For(0, workers,
            worker => Interlocked.Add(ref place, Higher(items.Blocks * worker / workers, items.Blocks * (worker + 1) / workers)));
        return place;

        int Higher(int from, int to)
        {
            Span<float> scores = stackalloc float[ItemMatrix.BlockSize];
            var higher = 0;
            for (var block = from; block < to; block++)
            {
                var length = Score(items, weights, beside, block, scores);
                foreach (var other in scores[..length])
                {
                    higher += other > score ? 1 : 0;
                }
            }

            return higher;
        }
    }

    private static void Scan(ItemMatrix items, PreferenceVector weights, Predicate<int>? allowed, float[]? beside, TopList top, int from,
        int to)
    {
        Span<float> scores = stackalloc float[ItemMatrix.BlockSize];
        for (var block = from; block < to; block++)
        {
            var length = Score(items, weights, beside, block, scores);
            top.AddBlock(block * ItemMatrix.BlockSize, scores[..length], allowed);
        }
    }

    private static int Score(ItemMatrix items, PreferenceVector weights, float[]? beside, int block, Span<float> scores)
    {
        var length = items.Score(block, weights, scores);
        if (beside is not null)
        {
            TensorPrimitives.Add(scores[..length], beside.AsSpan(block * ItemMatrix.BlockSize, length), scores[..length]);
        }

        return length;
    }

    private static void ThrowIfOfOthers(ItemMatrix items, float[]? beside)
    {
        if (beside is not null && beside.Length != items.Count)
        {
            throw new ArgumentException($"There are {items.Count} items, but something is added to {beside.Length}.", nameof(beside));
        }
    }
}
