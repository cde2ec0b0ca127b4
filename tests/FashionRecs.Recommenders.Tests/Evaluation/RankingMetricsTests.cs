using FashionRecs.Recommenders.Evaluation;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class RankingMetricsTests
{
    private static readonly bool[] All = [true, true, true, true, true];

    [Fact]
    public void Measure_RelevantFirstAndThird_MatchesHandComputation()
    {
        float[] scores = [0.9f, 0.8f, 0.7f, 0.6f, 0.5f];
        var top = TopItems.Find(scores, All, [0, 1, 2, 3, 4], 3);

        var metrics = RankingMetrics.Measure(scores, All, top, [0, 2], 3);

        Assert.Equal([0, 1, 2], top);
        Assert.Equal(1, metrics.Recall);
        // (1 + 1/log2 4) / (1 + 1/log2 3) = 1.5 / 1.63093
        Assert.Equal(0.91972, metrics.Ndcg, 5);
        Assert.Equal(1, metrics.Hit);
        // 4 of 4 below the first, 2 of 4 below the third.
        Assert.Equal(0.75, metrics.Auc, 10);
    }

    [Fact]
    public void Measure_MoreRelevantThanPlaces_RecallDividesByPlaces()
    {
        float[] scores = [5, 4, 3, 2, 1];
        var top = TopItems.Find(scores, All, [0, 1, 2, 3, 4], 2);

        Assert.Equal(0.5, RankingMetrics.Measure(scores, All, top, [0, 3, 4], 2).Recall);
    }

    [Fact]
    public void Measure_AllScoresEqual_AucIsHalf()
    {
        float[] scores = [1, 1, 1, 1, 1];
        var top = TopItems.Find(scores, All, [4, 3, 2, 1, 0], 1);

        var metrics = RankingMetrics.Measure(scores, All, top, [0], 1);

        Assert.Equal(0.5, metrics.Auc);
        Assert.Equal(0, metrics.Hit);
        Assert.Equal([4], top);
    }

    [Fact]
    public void Measure_NotCandidates_AreNotCounted()
    {
        float[] scores = [9, 8, 1, 0, 7];
        bool[] candidates = [false, false, true, true, false];
        var top = TopItems.Find(scores, candidates, [0, 1, 2, 3, 4], 20);

        var metrics = RankingMetrics.Measure(scores, candidates, top, [2], 20);

        Assert.Equal([2, 3], top);
        Assert.Equal(1, metrics.Ndcg);
        Assert.Equal(1, metrics.Auc);
    }
}
