namespace FashionRecs.Recommenders.Evaluation;

/// <summary>How well one ranking of candidates put the relevant ones first; every candidate is ranked, none sampled.</summary>
/// <param name="Recall">Relevant among the first k ÷ min(k, relevant); 0 to 1.</param>
/// <param name="Ndcg">Discounted gain with binary relevance, log2, over that of the ideal order cut at k (Järvelin, Kekäläinen 2002); 0 to
/// 1.</param>
/// <param name="Hit">1 when at least one relevant is among the first k, else 0.</param>
/// <param name="Auc">Mean over the relevant of the share of the other candidates that score lower, ties half; 0 to 1, 0.5 by
/// chance.</param>
public readonly record struct RankingMetrics(double Recall, double Ndcg, double Hit, double Auc)
{
    /// <summary>How many places count as "first": 20, about two screens of the shop.</summary>
    public const int DefaultCut = 20;

    /// <summary>Measures one ranking.</summary>
    /// <param name="scores">Score per item, finite.</param>
    /// <param name="isCandidate">Which items are ranked; the relevant ones must be among them.</param>
    /// <param name="top">The first items by score, at least k where there are as many; see <see cref="TopItems"/>.</param>
    /// <param name="relevant">Distinct items; at least one.</param>
    /// <exception cref="ArgumentException">There is no relevant item.</exception>
    public static RankingMetrics Measure(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isCandidate, ReadOnlySpan<int> top,
        IReadOnlyCollection<int> relevant, int k)
    {
        ArgumentOutOfRangeException.ThrowIfZero(relevant.Count);
        var hits = 0;
        for (var place = 0; place < Math.Min(k, top.Length); place++)
        {
            hits += relevant.Contains(top[place]) ? 1 : 0;
        }

        return new RankingMetrics((double)hits / Math.Min(k, relevant.Count), Gain(top, relevant, k), hits > 0 ? 1 : 0,
            AreaUnderCurve(scores, isCandidate, relevant));
    }

    /// <summary>Normalized discounted gain of a ranking's first k places; 0 to 1.</summary>
    public static double Gain(ReadOnlySpan<int> top, IReadOnlyCollection<int> relevant, int k)
    {
        var gain = 0.0;
        for (var place = 0; place < Math.Min(k, top.Length); place++)
        {
            gain += relevant.Contains(top[place]) ? 1 / Math.Log2(place + 2) : 0;
        }

        var ideal = 0.0;
        for (var place = 0; place < Math.Min(k, relevant.Count); place++)
        {
            ideal += 1 / Math.Log2(place + 2);
        }

        return gain / ideal;
    }

    private static double AreaUnderCurve(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isCandidate, IReadOnlyCollection<int> relevant)
    {
        var area = 0.0;
        foreach (var item in relevant)
        {
            long below = 0, equal = 0, others = 0;
            for (var other = 0; other < scores.Length; other++)
            {
                if (isCandidate[other])
                {
                    others++;
                    below += scores[other] < scores[item] ? 1 : 0;
                    equal += scores[other] == scores[item] ? 1 : 0;
                }
            }

            // The product does not compete with itself.
            others--;
            equal--;
            area += others == 0 ? 0.5 : (below + (0.5 * equal)) / others;
        }

        return area / relevant.Count;
    }
}
