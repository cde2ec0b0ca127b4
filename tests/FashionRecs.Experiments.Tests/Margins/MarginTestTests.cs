using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Margins;

public class MarginTestTests
{
    private static readonly ComparisonSettings Once = new() { Sequential = false, Difference = DifferenceKind.Absolute };

    /// <summary>The replication that Lakens (2017) tests for equivalence: 5.25 ± 0.95 of 95 against 5.22 ± 0.83 of 89, d = ±0.43.</summary>
    [Fact]
    public void Equivalence_PublishedExample_HasItsNumbers()
    {
        var comparison = Compare(Arm(89, 5.22, 0.83 * 0.83), Arm(95, 5.25, 0.95 * 0.95), Once);
        var margin = 0.43 * Math.Sqrt(((0.95 * 0.95) + (0.83 * 0.83)) / 2);

        Assert.Equal(0.384, margin, 3);
        Assert.Equal(-2.69, (comparison.Effect - margin) / comparison.StandardError, 2);
        Assert.Equal(0.004, MarginTest.Equivalence(comparison, margin, Once), 3);
        Assert.Equal(0.001, MarginTest.NonInferiority(comparison, margin, Once)!.Value, 3);
        var (low, high) = ArmComparison.Interval(comparison, Once, MarginTest.IntervalLevel(Once, 0.05));
        Assert.Equal((-0.187, 0.247), (Math.Round(low, 3), Math.Round(high, 3)));
    }

    /// <summary>Numbers of the tests of spotify-confidence: a margin of 2 % of the control's mean, one-sided at 1 %.</summary>
    [Theory]
    [InlineData(MetricDirection.HigherIsBetter, -0.0723, true)]
    [InlineData(MetricDirection.LowerIsBetter, 0.0207, false)]
    public void NonInferiority_PublishedSums_HaveTheirNumbers(MetricDirection better, double end, bool open)
    {
        var settings = Once with { Alpha = 0.01, Direction = better };
        var comparison = Compare(Arm(5000, 2.004210, 1.0116668), Arm(5000, 1.978424, 0.9881132), settings);

        var p = MarginTest.NonInferiority(comparison, 0.02 * 2.004210, settings)!.Value;

        var (low, high) = ArmComparison.Interval(comparison, settings, MarginTest.IntervalLevel(settings, 0.01));
        Assert.Equal(-0.0258, comparison.Effect, 4);
        Assert.Equal(end, better == MetricDirection.HigherIsBetter ? low : high, 4);
        Assert.Equal(open, p > 0.01);
    }

    [Fact]
    public void Tests_EveryLook_AreDecidedByTheIntervalForEveryLook()
    {
        var settings = Once with { Sequential = true, Tuning = 2000 };
        var comparison = Compare(Arm(1000, 5, 1), Arm(1000, 5.02, 1), settings);
        var (low, high) = ArmComparison.Interval(comparison, settings, MarginTest.IntervalLevel(settings, 0.05));

        Assert.True(MarginTest.Equivalence(comparison, Math.Max(-low, high) + 0.001, settings) < 0.05);
        Assert.True(MarginTest.Equivalence(comparison, Math.Max(-low, high) - 0.001, settings) > 0.05);
        Assert.Equal(1, MarginTest.NonInferiority(comparison with { Effect = -0.3 }, 0.2, settings));
    }

    [Fact]
    public void NonInferiority_NeitherWayIsBetter_HasNone()
    {
        var settings = Once with { Direction = MetricDirection.Neither };

        Assert.Null(MarginTest.NonInferiority(Compare(Arm(50, 1, 1), Arm(50, 1, 1), settings), 0.5, settings));
    }

    private static MeanStatistic Arm(long n, double mean, double variance) =>
        new(n, n * mean, (variance * (n - 1)) + (n * mean * mean));

    private static Comparison Compare(MeanStatistic control, MeanStatistic treatment, ComparisonSettings settings) =>
        ArmComparison.Compare(control, treatment, settings, out _)!;
}
