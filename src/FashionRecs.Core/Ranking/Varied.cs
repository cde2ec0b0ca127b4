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
        var candidates = pool.Select(ranked => (Ranked: ranked, Amounts: Amounts(vector(ranked.Item)), Kin: kin(ranked.Item))).ToList();
        var page = new List<(RankedItem Ranked, float[] Amounts, string Kin)>();
        while (page.Count < count && candidates.Count > 0)
        {
            var best = (At: 0, Gain: double.NegativeInfinity);
            for (var at = 0; at < candidates.Count; at++)
            {
                var candidate = candidates[at];
                var likeness = 0f;
                for (var before = Math.Max(0, page.Count - Window); before < page.Count; before++)
                {
                    likeness = Math.Max(likeness, page[before].Kin == candidate.Kin ? 1 : TensorPrimitives.Dot<float>(page[before].Amounts, candidate.Amounts));
                }

                var gain = ((1 - diversity) * candidate.Ranked.Score / scale) - (diversity * likeness);
                best = gain > best.Gain ? (at, gain) : best;
            }

            page.Add(candidates[best.At]);
            candidates.RemoveAt(best.At);
        }

        return [.. page.Select(entry => entry.Ranked)];
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
