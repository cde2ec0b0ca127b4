using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Tests.Statistics;

public class AdjustedRatioStatisticTests
{
    private static readonly ComparisonSettings Absolute = new() { Difference = DifferenceKind.Absolute, Sequential = false };

    [Fact]
    public void Compare_UnitsThatStayAsTheyWere_HasMuchSmallerErrors()
    {
        var random = new Random(3);
        var (control, treatment) = (Arm(random, 5_000, 0), Arm(random, 5_000, .05));

        var adjusted = ArmComparison.Compare(control, treatment, Absolute, out _)!;
        var plain = ArmComparison.Compare(control.Outcome, treatment.Outcome, Absolute, out _)!;

        Assert.InRange(adjusted.StandardError / plain.StandardError, .1, .7);
        Assert.InRange(adjusted.Effect, .05 - (4 * adjusted.StandardError), .05 + (4 * adjusted.StandardError));
    }

    /// <summary>Over many experiments without a difference, the error that is printed is the one that there is.</summary>
    [Fact]
    public void Compare_ManyWithoutADifference_HasTheErrorItSays()
    {
        var random = new Random(4);
        var scores = Enumerable.Range(0, 400)
            .Select(_ => ArmComparison.Compare(Arm(random, 200, 0), Arm(random, 200, 0), Absolute, out var _)!)
            .Select(result => result.Effect / result.StandardError).ToArray();

        Assert.InRange(MathNet.Numerics.Statistics.Statistics.StandardDeviation(scores), .9, 1.1);
        Assert.InRange(scores.Average(), -.15, .15);
    }

    [Fact]
    public void Compare_AllTheSameBefore_EqualsThePlainComparison()
    {
        var ratio = new RatioStatistic(new MeanStatistic(100, 50, 60), new MeanStatistic(100, 400, 2000), 230);
        var constant = new RatioStatistic(new MeanStatistic(100, 100, 100), new MeanStatistic(100, 200, 400), 200);
        var arm = new AdjustedRatioStatistic(ratio, constant, new(50, 800, 100, 400));
        var other = arm with
        {
            Outcome = ratio with { Numerator = new MeanStatistic(100, 60, 80), SumOfProducts = 260 }, Products = new(60, 800, 120, 400),
        };

        Assert.Equal(ArmComparison.Compare(arm.Outcome, other.Outcome, Absolute, out _),
            ArmComparison.Compare(arm, other, Absolute, out _));
    }

    [Fact]
    public void Compare_ProductsThatFitNoData_AreRefused()
    {
        var wrong = AdjustedRatios.Control with { Products = AdjustedRatios.Control.Products with { Numerators = 90_000 } };

        Assert.Null(ArmComparison.Compare(wrong, AdjustedRatios.Treatment, Absolute, out var error));
        Assert.Contains("sums of products of the control arm", error);
    }

    /// <summary>Units with a rate of their own, seen some times before and some times during the experiment.</summary>
    private static AdjustedRatioStatistic Arm(Random random, int units, double more)
    {
        var rows = Enumerable.Range(0, units).Select(_ =>
        {
            var rate = Beta.Sample(random, 2, 4);
            var (before, during) = (20.0 + random.Next(20), 20.0 + random.Next(20));
            return (Earlier: (double)Binomial.Sample(random, rate, (int)before), Before: before,
                Later: Binomial.Sample(random, rate, (int)during) + (more * during), During: during);
        }).ToArray();
        return new(
            new(MeanStatistic.Of([.. rows.Select(row => row.Later)]), MeanStatistic.Of([.. rows.Select(row => row.During)]),
                rows.Sum(row => row.Later * row.During)),
            new(MeanStatistic.Of([.. rows.Select(row => row.Earlier)]), MeanStatistic.Of([.. rows.Select(row => row.Before)]),
                rows.Sum(row => row.Earlier * row.Before)),
            new(rows.Sum(row => row.Later * row.Earlier), rows.Sum(row => row.During * row.Before), rows.Sum(row => row.Later * row.Before),
                rows.Sum(row => row.During * row.Earlier)));
    }
}
