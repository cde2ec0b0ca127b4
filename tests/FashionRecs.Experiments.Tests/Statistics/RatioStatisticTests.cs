using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class RatioStatisticTests
{
    [Fact]
    public void Mean_UnequalImpressions_IsTheRatioOfSums()
    {
        var ratio = Of([(1, 10), (0, 2), (9, 30)]);

        Assert.Equal(10.0 / 42, ratio.Mean, 12);
    }

    [Fact]
    public void Variance_ConstantDenominator_IsTheMeansVariance()
    {
        (double, double)[] units = [(1, 4), (0, 4), (3, 4), (2, 4)];
        var mean = MeanStatistic.Of(units.Select(unit => unit.Item1 / 4));

        Assert.Equal(mean.Variance, Of(units).Variance, 12);
    }

    [Fact]
    public void Variance_ManySamples_MatchesTheSpreadOfTheRatio()
    {
        // Impressions vary and clicks cluster within a unit: counting impressions as independent would be far off.
        var random = new Random(11);
        var ratios = new List<double>();
        var predicted = new List<double>();
        for (var sample = 0; sample < 600; sample++)
        {
            var ratio = Of(Enumerable.Range(0, 150).Select(_ =>
            {
                var impressions = random.Next(1, 40);
                var taste = random.NextDouble() < 0.3 ? 0.5 : 0.05;
                return ((double)Enumerable.Range(0, impressions).Count(_ => random.NextDouble() < taste), (double)impressions);
            }).ToArray());
            ratios.Add(ratio.Mean);
            predicted.Add(ratio.Variance / ratio.Count);
        }

        Assert.InRange(predicted.Average() / MeanStatistic.Of(ratios).Variance, 0.85, 1.15);
    }

    [Fact]
    public void Compare_NoImpressions_IsOneSentence()
    {
        Assert.Null(ArmComparison.Compare(Of([(0, 0), (0, 0)]), Of([(1, 4), (0, 4)]), new(), out var error));
        Assert.Equal("The denominator of the control arm adds up to nothing.", error);
    }

    private static RatioStatistic Of((double Numerator, double Denominator)[] units) => new(
        MeanStatistic.Of(units.Select(unit => unit.Numerator)),
        MeanStatistic.Of(units.Select(unit => unit.Denominator)),
        units.Sum(unit => unit.Numerator * unit.Denominator));
}
