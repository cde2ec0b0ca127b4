using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// Maximal marginal relevance (Carbonell and Goldstein, 1998): each place weighs its score against its likeness to the places just before.
/// </summary>
internal static class MaximalMarginalRelevance
{
    /// <summary>How many places back likeness is looked at: about two rows.</summary>
    private const int Window = 8;

    /// <summary>
    /// Likeness of the same product in another colour, where 1 is likeness in all that a picture shows: one idea is shown once in two rows.
    /// </summary>
    private const float Twin = 3;

    /// <param name="pool">The candidates, best first.</param>
    /// <param name="vector">The vector of an item.</param>
    /// <param name="kin">Items with the same key count as the same product in another colour.</param>
    /// <param name="count">How many to pick at most.</param>
    /// <param name="diversity">In [0, 1].</param>
    public static List<RankedItem> Rerank(IReadOnlyList<RankedItem> pool, Func<int, ItemVector> vector, Func<int, string> kin, int count,
        double diversity)
    {
        if (pool.Count == 0 || diversity <= 0)
        {
            return [.. pool.Take(count)];
        }

        var scale = Math.Max(Math.Abs(pool[0].Score), 1e-6f);
        var amounts = pool.Select(ranked => Amounts(vector(ranked.Item))).ToArray();
        var kinds = pool.Select(ranked => kin(ranked.Item)).ToArray();
        // Likeness of a candidate to each of the last places, worked out when it is looked at; a place overwrites the one that leaves the
        // window.
        var likeness = new float[pool.Count * Window];
        var compared = new int[pool.Count];
        var taken = new bool[pool.Count];
        var places = new List<int>(count);
        while (places.Count < Math.Min(count, pool.Count))
        {
            var best = (At: -1, Gain: double.NegativeInfinity);
            for (var at = 0; at < pool.Count; at++)
            {
                if (taken[at])
                {
                    continue;
                }

                var most = (1 - diversity) * pool[at].Score / scale;
                if (best.At >= 0 && most <= best.Gain)
                {
                    break; // Likeness is never negative, and all that follow score no higher.
                }

                var gain = most - (diversity * Likeness(at));
                best = best.At < 0 || gain > best.Gain ? (at, gain) : best;
            }

            taken[best.At] = true;
            places.Add(best.At);
        }

        return [.. places.Select(at => pool[at])];

        float Likeness(int at)
        {
            var last = likeness.AsSpan(at * Window, Window);
            for (var place = Math.Max(compared[at], places.Count - Window); place < places.Count; place++)
            {
                var other = places[place];
                last[place % Window] = kinds[at] == kinds[other] ? Twin : TensorPrimitives.Dot<float>(amounts[at], amounts[other]);
            }

            compared[at] = places.Count;
            return TensorPrimitives.Max<float>(last);
        }
    }

    /// <summary>The amounts scaled to length 1, so that a dot product is a cosine.</summary>
    private static float[] Amounts(ItemVector item)
    {
        var amounts = new float[item.Length];
        TensorPrimitives.ConvertTruncating(item.Quanta, amounts);
        var norm = TensorPrimitives.Norm<float>(amounts);
        if (norm > 0)
        {
            TensorPrimitives.Divide(amounts, norm, amounts);
        }

        return amounts;
    }
}
