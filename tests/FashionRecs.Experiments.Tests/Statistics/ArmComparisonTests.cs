using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

/// <summary>Numbers published in the tests of GrowthBook's statistics package (gbstats), rounded there to five places.</summary>
public class ArmComparisonTests
{
    private static readonly ComparisonSettings Fixed = new() { Sequential = false };
    private static readonly MeanStatistic Control3407 = new(3407, 1396.87, 52377.9767);
    private static readonly MeanStatistic Control3000 = new(3000, 1396.87, 52377.9767);
    private static readonly MeanStatistic Treatment3461 = new(3461, 2422.7, 134698.29);

    [Fact]
    public void Compare_VarianceNearTheLargestNumber_HasDegreesOfFreedom() => Assert.Equal(2999, EffectEstimator.Estimate(
        new MeanStatistic(3000, 1, 1e300), new MeanStatistic(3000, 1, 2), DifferenceKind.Absolute, out _)!.Value.DegreesOfFreedom, 6);

    [Fact]
    public void Compare_FixedRelative_PublishedNumbers()
    {
        var result = Compare(Control3407, Treatment3461, Fixed);

        Same(0.70732, 0.37879, -0.03526, 1.44989, result);
        Assert.Equal(0.06191, result.PValue, 5);
    }

    [Fact]
    public void Compare_FixedAbsolute_PublishedNumbers()
    {
        var result = Compare(Control3407, Treatment3461, Fixed with { Difference = DifferenceKind.Absolute });

        Same(0.29, 0.12478, 0.04538, 0.53462, result);
        Assert.Equal(0.02016, result.PValue, 5);
    }

    [Fact]
    public void Compare_FixedProportions_PublishedNumbers()
    {
        var result = Compare(new ProportionStatistic(28, 14), new ProportionStatistic(30, 16), Fixed);

        Same(0.06667, 0.2717, -0.47767, 0.61101, result);
        Assert.Equal(0.80707, result.PValue, 5);
    }

    [Fact]
    public void Compare_SequentialMeans_PublishedNumbers()
    {
        var result = Compare(Control3000, Treatment3461, new() { Tuning = 1000 });

        Same(0.50336, 0.33341, -0.55844, 1.56516, result);
        Assert.Equal(1, result.PValue);
    }

    [Fact]
    public void Compare_SequentialProportions_PublishedNumbers()
    {
        var result = Compare(new ProportionStatistic(3000, 1396), new ProportionStatistic(3461, 2422), new());

        Same(0.50386, 0.03386, 0.40098, 0.60675, result);
        Assert.InRange(result.PValue, 0, 5e-6);
    }

    [Fact]
    public void Compare_SequentialAdjusted_PublishedNumbers()
    {
        var control = new AdjustedStatistic(Control3000, new MeanStatistic(3000, 16.87, 527.9767), 1);
        var treatment = new AdjustedStatistic(Treatment3461, new MeanStatistic(3461, 22.7, 1348.29), 1);

        var result = Compare(control, treatment, new());

        Same(0.50338, 0.33341, -0.50969, 1.51646, result);
        Assert.Equal(1, result.PValue);
    }

    [Fact]
    public void Compare_FixedAdjustedRatios_PublishedNumbers()
    {
        var result = Compare(AdjustedRatios.Control, AdjustedRatios.Treatment, Fixed);

        Same(-0.0007, 0.00391, -0.00841, 0.00700, result);
        Assert.Equal(0.85771, result.PValue, 5);
    }

    [Fact]
    public void Compare_SequentialAdjustedRatios_PublishedNumbers()
    {
        var result = Compare(AdjustedRatios.Control, AdjustedRatios.Treatment, new());

        Same(-0.0007, 0.00391, -0.02063, 0.01923, result);
        Assert.Equal(1, result.PValue);
    }

    [Fact]
    public void Compare_BayesianProportions_PublishedNumbers()
    {
        var result = Compare(new ProportionStatistic(100, 49), new ProportionStatistic(100, 51), Fixed);

        Assert.Equal(0.60918, result.ChanceToWin, 5);
        Assert.Equal(0.04058, result.Risk!.Value, 5);
    }

    [Fact]
    public void Compare_BayesianMeans_PublishedNumbers()
    {
        var result = Compare(new MeanStatistic(10, 100, 1002.25), new MeanStatistic(10, 105, 1111.5), Fixed);

        Assert.Equal(0.05, result.Effect, 5);
        Assert.Equal(0.03572, result.StandardError, 5);
        Assert.Equal(0.91923, result.ChanceToWin, 5);
        Assert.Equal(0.00131, result.Risk!.Value, 5);
    }

    [Fact]
    public void Compare_TuningNearTheCount_IsTightest()
    {
        double Width(double tuning) => Compare(Control3000, Treatment3461, new() { Tuning = tuning }) is var r ? r.High - r.Low : 0;

        Assert.True(Width(10) > Width(10_000));
        Assert.True(Width(10_000) > Width(6461));
    }

    [Fact]
    public void Compare_SequentialPValueAndInterval_AgreeAtAlpha()
    {
        // The interval excludes zero exactly when the p-value is below alpha, whatever the evidence.
        for (var conversions = 500; conversions < 700; conversions++)
        {
            var result = Compare(new ProportionStatistic(5000, 500), new ProportionStatistic(5000, conversions), new());
            Assert.Equal(result.PValue < 0.05, result.IsSignificant);
        }
    }

    [Fact]
    public void Compare_NegativeControlMean_ChanceFollowsTheAbsoluteDifference()
    {
        var control = new MeanStatistic(100, -100, 500);
        var treatment = new MeanStatistic(100, -50, 450);

        var relative = Compare(control, treatment, Fixed);
        var absolute = Compare(control, treatment, Fixed with { Difference = DifferenceKind.Absolute });

        Assert.True(relative.Effect < 0);
        Assert.True(absolute.Effect > 0);
        Assert.True(relative.ChanceToWin > 0.9);
        Assert.True(absolute.ChanceToWin > 0.9);
    }

    public static TheoryData<SampleStatistic, SampleStatistic, string> Impossible => new()
    {
        { new MeanStatistic(2, 1396.87, 52377.9767), Treatment3461, "No 2 values" },
        { new MeanStatistic(100, 30, 9), new MeanStatistic(100, 30, 12), "zero variance" },
        { new MeanStatistic(1000, 300, 90.00000000000001), Treatment3461, "zero variance" },
        { new ProportionStatistic(100, 0), new ProportionStatistic(100, 7), "zero variance" },
        { new ProportionStatistic(100, 7), new ProportionStatistic(100, 100), "treatment arm have the same value" },
        { new ProportionStatistic(0, 0), new ProportionStatistic(100, 7), "control arm has no units" },
        { new ProportionStatistic(100, 7), new ProportionStatistic(1, 1), "treatment arm has 1 unit" },
        { new ProportionStatistic(100, 101), new ProportionStatistic(100, 7), "101 conversions among 100 units" },
        { new ProportionStatistic(-4, 0), new ProportionStatistic(100, 7), "negative number of units" },
        { new MeanStatistic(100, 0, 50), new MeanStatistic(100, 10, 50), "mean is zero" },
        { new MeanStatistic(100, double.NaN, 50), new MeanStatistic(100, 10, 50), "not finite" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Compare_UnusableData_IsOneSentence(SampleStatistic control, SampleStatistic treatment, string part)
    {
        var result = ArmComparison.Compare(control, treatment, new(), out var error);

        Assert.Null(result);
        Assert.Contains(part, error);
        Assert.EndsWith(".", error);
    }

    [Fact]
    public void Compare_ControlMeanZeroAbsolute_HasAResult() =>
        Assert.NotNull(ArmComparison.Compare(
            new MeanStatistic(100, 0, 50), new MeanStatistic(100, 10, 50), new() { Difference = DifferenceKind.Absolute }, out _));

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(1, 5000)]
    [InlineData(double.NaN, 5000)]
    [InlineData(0.05, 0)]
    [InlineData(0.05, double.PositiveInfinity)]
    public void Compare_WrongSettings_AreRefused(double alpha, double tuning)
    {
        Assert.Null(ArmComparison.Compare(Control3407, Treatment3461, new() { Alpha = alpha, Tuning = tuning }, out var error));
        Assert.NotNull(error);
    }

    private static Comparison Compare(SampleStatistic control, SampleStatistic treatment, ComparisonSettings settings)
    {
        var result = ArmComparison.Compare(control, treatment, settings, out var error);
        Assert.Null(error);
        return result!;
    }

    private static void Same(double effect, double standardError, double low, double high, Comparison result)
    {
        Assert.Equal(effect, result.Effect, 5);
        Assert.Equal(standardError, result.StandardError, 5);
        Assert.Equal(low, result.Low, 5);
        Assert.Equal(high, result.High, 5);
    }
}
