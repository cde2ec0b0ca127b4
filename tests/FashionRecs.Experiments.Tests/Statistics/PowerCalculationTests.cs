using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class PowerCalculationTests
{
    private static readonly ComparisonSettings Once = new() { Sequential = false, Difference = DifferenceKind.Absolute };

    /// <summary>Textbook formula (z₀.₉₇₅ + z₀.₈)² × 2σ² / δ² = 7.8489 × 2 / 0.01 for σ = 1, δ = 0.1.</summary>
    [Fact]
    public void UnitsPerArm_Means_MatchesTheTextbook() =>
        Assert.Equal(1570, PowerCalculation.UnitsPerArm(0, 1, 1, 0.1, 0.8, Once));

    /// <summary>10 % against 11 % needs 14,749 units per arm with unpooled variances.</summary>
    [Fact]
    public void UnitsPerArm_Proportions_MatchesTheTextbook() =>
        Assert.Equal((long)Math.Ceiling(7.8488797 * ((0.1 * 0.9) + (0.11 * 0.89)) / 0.0001),
            PowerCalculation.UnitsPerArm(0.1, 0.01, 0.8, Once));

    [Fact]
    public void UnitsPerArm_AnswerGiven_ReachesThePowerAndOneLessDoesNot()
    {
        foreach (var settings in new[] { Once, Once with { Sequential = true }, new ComparisonSettings() })
        {
            var units = PowerCalculation.UnitsPerArm(0.2, 0.1, 0.9, settings)!.Value;
            var rate = settings.Difference == DifferenceKind.Relative ? 0.22 : 0.3;

            Assert.True(PowerCalculation.Of(units, 0.2, 0.16, rate * (1 - rate), 0.1, settings) >= 0.9);
            Assert.True(PowerCalculation.Of(units - 1, 0.2, 0.16, rate * (1 - rate), 0.1, settings) < 0.9);
        }
    }

    [Fact]
    public void UnitsPerArm_Sequential_NeedsMore() =>
        Assert.True(PowerCalculation.UnitsPerArm(0.1, 0.01, 0.8, Once with { Sequential = true }) > PowerCalculation.UnitsPerArm(0.1, 0.01,
            0.8, Once));

    [Fact]
    public void UnitsPerArm_HopelesslySmallEffect_IsNull() => Assert.Null(PowerCalculation.UnitsPerArm(0.1, 1e-8, 0.8, Once));

    [Theory]
    [InlineData(0, 0.1, 0.8)]
    [InlineData(0.1, 0, 0.8)]
    [InlineData(0.1, 0.95, 0.8)]
    [InlineData(0.1, 0.01, 1)]
    [InlineData(0.1, 0.01, 0.01)]
    public void UnitsPerArm_OutOfRange_Throws(double rate, double effect, double power) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerCalculation.UnitsPerArm(rate, effect, power, Once));
}
