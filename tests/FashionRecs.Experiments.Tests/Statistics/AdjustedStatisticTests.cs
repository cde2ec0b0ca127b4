using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class AdjustedStatisticTests
{
    [Fact]
    public void Compare_CorrelatedCovariate_ShrinksTheErrorByTheCorrelation()
    {
        // Outcome = 2 × covariate + noise: the variance left is the noise's, 1 of 1 + 4.
        var random = new Random(7);
        var (control, plainControl) = Arm(random, 20_000, 0);
        var (treatment, plainTreatment) = Arm(random, 20_000, 0.2);
        var settings = new ComparisonSettings { Difference = DifferenceKind.Absolute, Sequential = false };

        var adjusted = ArmComparison.Compare(control, treatment, settings, out _)!;
        var plain = ArmComparison.Compare(plainControl, plainTreatment, settings, out _)!;

        Assert.InRange(adjusted.StandardError / plain.StandardError, Math.Sqrt(0.2) - 0.02, Math.Sqrt(0.2) + 0.02);
        Assert.InRange(adjusted.Effect, 0.2 - (4 * adjusted.StandardError), 0.2 + (4 * adjusted.StandardError));
    }

    [Fact]
    public void Compare_ConstantCovariate_EqualsThePlainComparison()
    {
        var outcome = new MeanStatistic(100, 50, 90);
        var other = new MeanStatistic(100, 60, 95);
        var constant = new MeanStatistic(100, 300, 900);

        var adjusted =
            ArmComparison.Compare(new AdjustedStatistic(outcome, constant, 150), new AdjustedStatistic(other, constant, 180), new(), out _);

        Assert.Equal(ArmComparison.Compare(outcome, other, new(), out _), adjusted);
    }

    [Fact]
    public void Compare_ProductsThatFitNoData_AreRefused()
    {
        var outcome = new MeanStatistic(100, 50, 90);
        var covariate = new MeanStatistic(100, 10, 40);

        var result =
            ArmComparison.Compare(new AdjustedStatistic(outcome, covariate, 5000), new AdjustedStatistic(outcome, covariate, 20), new(),
            out var error);

        Assert.Null(result);
        Assert.Contains("sum of products of the control arm", error);
    }

    private static (AdjustedStatistic Adjusted, MeanStatistic Plain) Arm(Random random, int count, double lift)
    {
        var before = new double[count];
        var after = new double[count];
        for (var unit = 0; unit < count; unit++)
        {
            before[unit] = Gaussian(random);
            after[unit] = 5 + lift + (2 * before[unit]) + Gaussian(random);
        }

        var plain = MeanStatistic.Of(after);
        return (new AdjustedStatistic(plain, MeanStatistic.Of(before), before.Zip(after, (x, y) => x * y).Sum()), plain);
    }

    private static double Gaussian(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
