using System.Numerics.Tensors;
using FashionRecs.Core.Catalog;

namespace FashionRecs.Core.Ranking;

/// <summary>Maximal marginal relevance (Carbonell and Goldstein, 1998): each place weighs its score against its likeness to the places just before.</summary>
internal static class Varied
{
    /// <summary>How many places back likeness is looked at: about two rows.</summary>
    private const int Window = 8;

    public static List<RankedItem> Pick(IReadOnlyList<RankedItem> pool, Func<int, ItemVector> vector, Func<int, string> kin, int count, double diversity)
    {
        if (pool.Count == 0 || diversity <= 0)
        {
            return [.. pool.Take(count)];
        }

        var scale = Math.Max(Math.Abs(pool[0].Score), 1e-6f);
        var amounts = pool.Select(ranked => Amounts(vector(ranked.Item))).ToArray();
        var kinds = pool.Select(ranked => kin(ranked.Item)).ToArray();
        // Likeness of every candidate to each of the last places; a place overwrites the one that leaves the window.
        var likeness = new float[pool.Count * Window];
        var taken = new bool[pool.Count];
        var page = new List<RankedItem>(count);
        while (page.Count < Math.Min(count, pool.Count))
        {
            var best = (At: -1, Gain: double.NegativeInfinity);
            for (var at = 0; at < pool.Count; at++)
            {
                if (!taken[at])
                {
                    var alike = TensorPrimitives.Max<float>(likeness.AsSpan(at * Window, Window));
                    var gain = ((1 - diversity) * pool[at].Score / scale) - (diversity * alike);
                    best = best.At < 0 || gain > best.Gain ? (at, gain) : best;
                }
            }

            taken[best.At] = true;
            for (var at = 0; at < pool.Count; at++)
            {
                if (!taken[at])
                {
                    likeness[(at * Window) + (page.Count % Window)] =
                        kinds[at] == kinds[best.At] ? 1 : TensorPrimitives.Dot<float>(amounts[at], amounts[best.At]);
                }
            }

            page.Add(pool[best.At]);
        }

        return page;
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
