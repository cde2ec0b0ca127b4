using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Factors;

public class FactorialComparisonTests
{
    /// <summary>
    /// Yields of a chemical process by concentration and catalyst (Montgomery, "Design and Analysis of Experiments", section 6.2): effects
    /// 8.33, −5.00 and 1.67 (there half of our interaction), F 53.19, 19.15 and 2.13.
    /// </summary>
    [Theory]
    [InlineData(-0.5, 0.5, -0.5, 0.5, 8.3333, 53.19)]
    [InlineData(-0.5, -0.5, 0.5, 0.5, -5, 19.15)]
    [InlineData(1, -1, -1, 1, 2 * 1.6667, 2.13)]
    public void Estimate_PublishedFactorialData_HasItsEffectsAndRatios(double a, double b, double c, double d, double effect, double f)
    {
        var estimate = ContrastEstimator.Estimate(
            [MeanStatistic.Of([28, 25, 27]), MeanStatistic.Of([36, 32, 32]), MeanStatistic.Of([18, 19, 23]),
                MeanStatistic.Of([31, 30, 29])],
            [a, b, c, d], out var error);

        Assert.Null(error);
        Assert.Equal(effect, estimate!.Value.Effect, 3);
        Assert.Equal(f, Math.Pow(estimate.Value.Effect / estimate.Value.StandardError, 2), 2);
        // Satterthwaite's, computed with R.
        Assert.Equal(5.851656, estimate.Value.DegreesOfFreedom, 6);
    }

    [Fact]
    public void Estimate_TwoArms_IsWelchsDifference()
    {
        var (control, treatment) = (new MeanStatistic(3407, 1396.87, 52377.9767), new MeanStatistic(3461, 2422.7, 134698.29));

        var (welch, contrast) = (EffectEstimator.Estimate(control, treatment, DifferenceKind.Absolute, out _)!.Value,
            ContrastEstimator.Estimate([control, treatment], [-1, 1], out _)!.Value);

        Assert.Equal((welch.Effect, welch.StandardError, welch.Count), (contrast.Effect, contrast.StandardError, contrast.Count));
        Assert.Equal(welch.DegreesOfFreedom, contrast.DegreesOfFreedom, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Estimate_TooFewOrAllAlike_SaysWhy(int units)
    {
        var arm = MeanStatistic.Of(Enumerable.Repeat(1.0, units));

        Assert.Null(ContrastEstimator.Estimate([arm, arm], [-1, 1], out var error));
        Assert.NotNull(error);
    }

    [Fact]
    public void Results_TwoFactors_FindBothEffectsAndTheInteraction()
    {
        var found = Results((first, second) => 0.2 + (first ? 0.1 : 0) + (second ? 0.1 : 0) + (first && second ? 0.25 : 0)).Factorial!;

        Assert.Equal(["words", "region", "words × region"], found.Effects.Select(effect => effect.Name));
        foreach (var (effect, truth) in found.Effects.Zip([0.225, 0.225, 0.25]))
        {
            Assert.True(effect.IsSure);
            Assert.InRange(truth, effect.CorrectedLow!.Value, effect.CorrectedHigh!.Value);
        }

        Assert.Contains("What words does depends on region", found.Reading);
    }

    [Fact]
    public void Results_NoEffects_AreNotSureAndSaySo()
    {
        var found = Results((_, _) => 0.3).Factorial!;

        Assert.All(found.Effects, effect => Assert.False(effect.IsSure));
        Assert.Contains("no proof", found.Reading);
    }

    [Fact]
    public void Results_FewUnits_SayWhatIsMissing()
    {
        var found = Results((_, _) => 0.3, units: 60).Factorial!;

        Assert.All(found.Effects, effect => Assert.StartsWith("Not enough data yet", effect.NotYet));
        Assert.Equal("The effects need numbers in all four arms.", found.Reading);
    }

    [Fact]
    public void Results_ArmsThatAreNoCells_HaveNoFactors() =>
        Assert.Null(Results((_, _) => 0.3, change: arms => [.. arms.Take(3)]).Factorial);

    [Theory]
    [InlineData(3, "A 2×2 design needs four arms, one for every pair of levels.")]
    [InlineData(4, "A 2×2 design needs shoppers in all four arms; 'words' has no weight.")]
    public void Problems_ArmsThatAreNoCells_AreSaid(int arms, string says)
    {
        var preset = FactorPreset.All[0];

        Assert.Empty(preset.Factors.Problems(preset.Arms));
        Assert.Equal([says], preset.Factors.Problems(
            [.. preset.Arms.Take(arms).Select(arm => arm.Key == "words" ? arm with { Weight = 0 } : arm)]));
    }

    [Fact]
    public void Presets_Views_DifferByTheFactorsAlone()
    {
        Assert.All(FactorPreset.All, preset => Assert.Empty(DesignCheck.ArmProblems(preset.Arms)));
        Assert.Equal(["None", "Words", "Box", "BoxWithWords"], FactorPreset.All[0].Arms.Select(arm => arm.View!.Code));
        Assert.Equal(
            [typeof(PlaceboWords), typeof(WordsOnly), typeof(Placebo), typeof(BoxWithWords)],
            FactorPreset.All[1].Arms.Select(arm => arm.View!.GetType()));
    }

    private static ExperimentResults Results(Func<bool, bool, double> rate, int units = 4000,
        Func<IReadOnlyList<Arm>, IReadOnlyList<Arm>>? change = null)
    {
        var preset = FactorPreset.All[0];
        var arms = change?.Invoke(preset.Arms) ?? preset.Arms;
        var trial = new Trial();
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with { Factors = preset.Factors, Arms = arms },
            Phases = [trial.Experiment.Phases[0] with { Arms = arms }],
        };
        var random = new Random(3);
        for (var unit = 0; unit < units; unit++)
        {
            var arm = arms[unit % arms.Count];
            var exposure = trial.Expose($"u{unit}", arm.Key, Trial.Start.AddMinutes(unit));
            if (random.NextDouble() < rate(arm.Cell!.Value.First, arm.Cell.Value.Second))
            {
                trial.Add(exposure, OutcomeKind.Like);
            }
        }

        return ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, new());
    }
}
