using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Metrics;

public class MetricTotalsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Ratio_AddsClicksAndImpressions()
    {
        var ratio = Assert.IsType<RatioStatistic>(Total("clicks",
            Row("u1", (OutcomeKind.Impression, 1), (OutcomeKind.Impression, 1), (OutcomeKind.Click, 1)),
            Row("u2", (OutcomeKind.Impression, 1))));

        Assert.Equal((1.0, 3.0, 2.0), (ratio.Numerator.Sum, ratio.Denominator.Sum, ratio.SumOfProducts));
    }

    [Fact]
    public void Of_ChangeOfLiking_NeedsBothAnswers()
    {
        var change = Total("liking-change",
            Row("u1", (OutcomeKind.LikingBefore, 5), (OutcomeKind.LikingAfter, 3)),
            Row("u2", (OutcomeKind.LikingBefore, 4)));

        Assert.Equal((1L, -2.0), (change.Count, change.Mean));
    }

    [Fact]
    public void Of_Effectiveness_IsTheDistanceAndNotItsSign()
    {
        UnitRow[] rows =
            [Row("u1", (OutcomeKind.LikingBefore, 5), (OutcomeKind.LikingAfter, 3)),
            Row("u2", (OutcomeKind.LikingBefore, 2), (OutcomeKind.LikingAfter, 4))];

        Assert.Equal((2L, 2.0), (Total("effectiveness", rows).Count, Total("effectiveness", rows).Mean));
        Assert.Equal(0, Total("liking-change", rows).Mean);
        Assert.Equal(MetricDirection.LowerIsBetter, StandardMetrics.All.Single(metric => metric.Key == "effectiveness").Direction);
        Assert.Equal(MetricDirection.Neither, StandardMetrics.All.Single(metric => metric.Key == "liking-change").Direction);
    }

    [Fact]
    public void Of_Proportion_CountsAUnitOnce()
    {
        var likes = Total("persuasion", Row("u1", (OutcomeKind.Like, 1), (OutcomeKind.Like, 1)), Row("u2"));

        Assert.Equal(new ProportionStatistic(2, 1), likes);
    }

    [Fact]
    public void Of_OutcomeAfterTheWindow_DoesNotCount()
    {
        var row = Row("u1");
        var late = row with { Outcomes = [new Outcome(Guid.NewGuid(), row.Exposure.Id, OutcomeKind.Like, Start.AddDays(8))] };

        Assert.Equal(0, Total("persuasion", late).Mean);
    }

    [Fact]
    public void Of_EarlierBehaviour_BecomesTheCovariate()
    {
        var metric = StandardMetrics.All.Single(known => known.Key == "dwell");
        var totals =
            MetricTotals.Of(metric, ["a"], [Row("u1", (OutcomeKind.Dwell, 10)), Row("new", (OutcomeKind.Dwell, 20))],
            new Dictionary<string, double> { ["u1"] = 3 });

        var adjusted = Assert.IsType<AdjustedStatistic>(totals[0]);
        Assert.Equal((30.0, 3.0, 30.0), (adjusted.Outcome.Sum, adjusted.Covariate.Sum, adjusted.SumOfProducts));
    }

    private static SampleStatistic Total(string metric, params UnitRow[] rows) =>
        MetricTotals.Of(StandardMetrics.All.Single(known => known.Key == metric), ["a"], rows)[0];

    private static UnitRow Row(string unit, params (OutcomeKind Kind, double Value)[] outcomes)
    {
        var exposure = new Exposure("e", 1, unit, "a", Start, "p", 1);
        return new UnitRow(exposure,
            [.. outcomes.Select(outcome => new Outcome(Guid.NewGuid(), exposure.Id, outcome.Kind, Start.AddMinutes(1), outcome.Value))]);
    }
}
