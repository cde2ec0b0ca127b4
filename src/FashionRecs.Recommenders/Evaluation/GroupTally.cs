using FashionRecs.Domain.Statistics;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>Collects the rankings of one group of customers.</summary>
internal sealed class GroupTally
{
    private readonly List<(RankingMetrics Metrics, int[] Top)> rankings = [];

    public void Add(RankingMetrics metrics, int[] top) => rankings.Add((metrics, top));

    public GroupResult Result(bool[] candidates, int[] popularityRank, int seed)
    {
        var shown = rankings.SelectMany(ranking => ranking.Top).ToArray();
        return new GroupResult(
            rankings.Count,
            Interval(metrics => metrics.Ndcg),
            Interval(metrics => metrics.Recall),
            Interval(metrics => metrics.Hit),
            Interval(metrics => metrics.Auc),
            shown.Length == 0 ? double.NaN : (double)shown.Distinct().Count() / candidates.Count(candidate => candidate),
            shown.Length == 0 ? double.NaN : shown.Average(item => popularityRank[item]),
            [.. rankings.Select(ranking => ranking.Metrics.Ndcg)]);

        BootstrapInterval Interval(Func<RankingMetrics, double> measure) =>
            BootstrapInterval.Of([.. rankings.Select(ranking => measure(ranking.Metrics))], seed);
    }
}
