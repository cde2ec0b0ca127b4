using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>Collects the rankings of one group of customers.</summary>
internal sealed class GroupTally
{
    private readonly List<(RankingMetrics Metrics, int[] Top, double Calibration)> rankings = [];

    public void Add(RankingMetrics metrics, int[] top, double calibration) => rankings.Add((metrics, top, calibration));

    public GroupResult Result(bool[] candidates, PurchaseHistory history, int[] popularityRank, int seed)
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
            BootstrapInterval.Of([.. rankings.Select(ranking => ranking.Top.Average(Surprise))], seed),
            BootstrapInterval.Of([.. rankings.Select(ranking => ranking.Calibration)], seed),
            [.. rankings.Select(ranking => ranking.Metrics.Ndcg)]);

        double Surprise(int item) => -Math.Log2((history.Buyers[item] + 1.0) / (history.Customers.Count + 1));

        BootstrapInterval Interval(Func<RankingMetrics, double> measure) =>
            BootstrapInterval.Of([.. rankings.Select(ranking => measure(ranking.Metrics))], seed);
    }
}
