using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Planning;

public class SizePlanTests
{
    private static readonly ComparisonSettings Once = new() { Sequential = false };
    private static readonly SizePlan Rate = new(MetricKind.Proportion, 0.1, 0.1, 0.8, 1);

    [Fact]
    public void Size_TwoEqualArms_IsThePowerCalculation()
    {
        var size = Rate.Size(Equal(2), Once, 2, out _)!;

        Assert.Equal(PowerCalculation.UnitsPerArm(0.1, 0.1, 0.8, Once), (size.Units + 1) / 2);
        Assert.Equal((0.05, false), (size.Level, size.IsFloor));
    }

    /// <summary>The textbook's (z of alpha/7 two-sided + z of the power)² against that of one comparison.</summary>
    [Fact]
    public void Size_EightArms_PaysForSevenComparisons()
    {
        var (two, eight) = (Rate.Size(Equal(2), Once, 2, out _)!, Rate.Size(Equal(8), Once, 2, out _)!);

        var factor = Math.Pow(Z(1 - (0.05 / 14)) + Z(0.8), 2) / Math.Pow(Z(0.975) + Z(0.8), 2);
        Assert.Equal(1.59, factor, 2);
        Assert.Equal(factor, (double)eight.PerArm[0] / two.PerArm[0], 3);
    }

    [Theory]
    [InlineData(2, false, 1)]
    [InlineData(4, false, 1)]
    [InlineData(8, false, 1)]
    [InlineData(3, true, 1)]
    [InlineData(3, false, 4)]
    public void Size_Arms_HaveThePowerWhenTriedOut(int arms, bool sequential, double controlWeight)
    {
        var plan = new SizePlan(MetricKind.Proportion, 0.2, 0.1, 0.8, 1);
        var weights = Equal(arms, controlWeight);
        var settings = new ComparisonSettings { Sequential = sequential, Tuning = 10_000 };
        var size = plan.Size(weights, settings, 2, out _)!;

        var counts = PowerSimulation.Run(new()
        {
            Weights = [.. weights.Select(arm => arm.Weight)], Units = size.Units, Kind = plan.Kind, Baseline = plan.Baseline,
            Effect = plan.SmallestEffect,
            Settings = settings, Experiments = 3000,
        });

        // At every look at once a little more is found than at the last alone.
        Assert.InRange(counts.Power.Share, 0.765, sequential ? 0.87 : 0.845);
        Assert.True(counts.FalseAlarm.Low <= 0.05);
    }

    /// <summary>What a size for one comparison finds of seven, as Holm must correct them.</summary>
    [Fact]
    public void Simulation_SizeForOneComparison_FindsAboutHalfOfSeven()
    {
        var perArm = PowerCalculation.UnitsPerArm(0.1, 0.1, 0.8, Once)!.Value;
        var counts = PowerSimulation.Run(new()
        {
            Weights = [.. Enumerable.Repeat(0.125, 8)], Units = 8 * perArm, Baseline = 0.1, Effect = 0.1, Settings = Once,
            Experiments = 1000,
        });

        Assert.InRange(counts.Power.Share, 0.49, 0.6);
    }

    [Fact]
    public void Size_UnequalWeights_NeedsMoreInAll()
    {
        var uneven = Rate.Size([new("control", 0.9, new WordsOnly()), new("box", 0.1, new BoxOnly())], Once, 2, out _)!;

        Assert.InRange((double)uneven.Units / Rate.Size(Equal(2), Once, 2, out _)!.Units, 2.6, 2.95);
        Assert.Equal([0.9, 0.1], uneven.PerArm.Select(units => Math.Round((double)units / uneven.Units, 3)));
    }

    [Theory]
    [InlineData(0.4, 0.3, 0.3)]
    [InlineData(0.25, 0.25, 0.25, 0.25)]
    [InlineData(1.0, 1.0, 1.0)]
    public void Size_SeveralArms_AreInAllWhatTheyHoldTogether(params double[] weights)
    {
        var size = Rate.Size([.. weights.Select((weight, at) => Equal(2)[0] with { Key = $"arm {at}", Weight = weight })], Once, 2, out _)!;

        Assert.Equal(size.PerArm.Sum(), size.Units);
    }

    [Fact]
    public void Size_OneInTenAnswers_NeedsTenTimesTheShoppers()
    {
        var trust = new SizePlan(MetricKind.Mean, 3.5, 0.2, 0.8, 1);
        var settings = Once with { Difference = DifferenceKind.Absolute };

        var (all, few) =
            (trust.Size(Equal(2), settings, 100, out _)!, (trust with { CountedShare = 0.1 }).Size(Equal(2), settings, 100, out _)!);

        Assert.InRange(few.Units, (10 * all.Units) - 10, 10 * all.Units);
        Assert.InRange(few.Counted, all.Counted - 1, all.Counted + 1);
    }

    [Fact]
    public void Size_Cuped_FallsByTheSquaredCorrelation()
    {
        var dwell = new SizePlan(MetricKind.Mean, 60, 0.1, 0.8, 80);

        Assert.Equal(0.64,
            (double)(dwell with { Correlation = 0.6 }).Size(Equal(2), Once, 2, out _)!.Units / dwell.Size(Equal(2), Once, 2, out _)!.Units,
        2);
    }

    [Fact]
    public void Size_SoFewThatNoNumberIsShown_IsTheFloor()
    {
        var size = new SizePlan(MetricKind.Mean, 3, 3, 0.8, 1)
            .Size(Equal(8), Once with { Difference = DifferenceKind.Absolute }, 100, out _)!;

        Assert.Equal((800, 100, true), (size.Units, size.Counted, size.IsFloor));
    }

    [Theory]
    [InlineData(0, 0.1, 0.8, "The conversion rate must lie between 0 and 1.")]
    [InlineData(0.1, 0, 0.8, "The smallest effect must not be zero.")]
    [InlineData(0.1, 0.1, 1, "The power must lie between alpha and 1.")]
    [InlineData(0.1, 1e-9, 0.8, "Not even a billion units would reach this power; look for a larger effect.")]
    public void Size_NumberOutsideItsRange_IsOneSentence(double baseline, double effect, double power, string sentence)
    {
        Assert.Null(new SizePlan(MetricKind.Proportion, baseline, effect, power, 1).Size(Equal(2), new(), 2, out var problem));
        Assert.Equal(sentence, problem);
    }

    [Theory]
    [InlineData("trust", 9, 0.2, 1, "lies between 1 and 5")]
    [InlineData("trust", 4.9, 0.2, 1, "do not fit it")]
    [InlineData("trust", 3, 0.2, 2.5, "cannot have a standard deviation of 2.5")]
    [InlineData("dwell", -3, 0.1, 1, "at or above 0")]
    [InlineData("trust", 3.5, 0.2, 1, null)]
    [InlineData("effectiveness", 0.8, -0.2, 0.9, null)]
    public void BaselineProblem_Scale_IsKept(string metric, double baseline, double effect, double deviation, string? problem)
    {
        var found = BaselineCheck.Problem(StandardMetrics.All.Single(known => known.Key == metric),
            new SizePlan(MetricKind.Mean, baseline, effect, 0.8, deviation));

        Assert.Equal(problem is null, found is null);
        Assert.Contains(problem ?? "", found ?? "");
    }

    [Fact]
    public void Typical_EveryMetric_FitsItsOwnScaleAndHasASize()
    {
        foreach (var metric in StandardMetrics.All)
        {
            var plan = new SizePlan(metric.Kind, metric.Typical.Baseline, metric.Typical.SmallestEffect, 0.8, metric.Typical.Deviation);

            Assert.Null(BaselineCheck.Problem(metric, plan));
            Assert.InRange(plan.Size(Equal(2), new() { Difference = metric.Difference }, 100, out _)!.Units, 200, 500_000);
        }
    }

    [Fact]
    public void Past_ControlOfAnEarlierExperiment_GivesItsFigures()
    {
        var trial = new Trial().With(2000, 0.2, 0.6);
        var rows = FashionRecs.Experiments.Health.UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes,
            new()).Rows;
        var likes = trial.Outcomes.Where(outcome => outcome.Kind == FashionRecs.Experiments.Logging.OutcomeKind.Like)
            .Select(outcome => outcome.ExposureId).ToHashSet();
        var before = rows.ToDictionary(row => row.Exposure.Unit, row => likes.Contains(row.Exposure.Id) ? 1.0 : 0);

        var past = PastFigures.Of(StandardMetrics.All[0], rows, "control", before)!;

        Assert.InRange(past.Baseline, 0.17, 0.23);
        Assert.Equal(1, past.Correlation, 9);
        Assert.Equal((1, 1440.0), (past.CountedShare, Math.Round(past.UnitsPerDay / 10) * 10));
    }

    [Theory]
    [InlineData(3.5, 1)]
    [InlineData(4.6, 0.6)]
    [InlineData(1.5, 0.8)]
    public void Ordinal_MeanAndDeviation_AreThose(double mean, double deviation)
    {
        var answers = OrdinalDistribution.Of(mean, deviation, 1, 5);
        var shifted = answers.ShiftedTo(mean + 0.2);

        Assert.Equal((mean, deviation), (Math.Round(answers.Mean, 6), Math.Round(answers.Deviation, 6)));
        Assert.Equal(mean + 0.2, shifted.Mean, 6);
        Assert.Equal(1, shifted.Shares.Sum(), 9);
        Assert.All(shifted.Shares, share => Assert.True(share > 0));
    }

    [Fact]
    public void Simulation_AnswersOnAScale_HaveAboutThePowerOfTheFormula()
    {
        var plan = new SizePlan(MetricKind.Mean, 4.2, 0.2, 0.8, 0.9);
        var settings = Once with { Difference = DifferenceKind.Absolute };
        var size = plan.Size(Equal(3), settings, 2, out _)!;

        var counts = PowerSimulation.Run(new()
        {
            Weights = [0.4, 0.3, 0.3], Units = size.Units, Kind = MetricKind.Mean, Scale = (1, 5), Baseline = 4.2, Effect = 0.2,
            Deviation = 0.9, Settings = settings,
        });

        Assert.InRange(counts.Power.Share, 0.75, 0.88);
    }

    private static double Z(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    private static Arm[] Equal(int arms, double controlWeight = 1) =>
        [.. Enumerable.Range(0, arms)
            .Select(arm => new Arm($"arm {arm}", (arm == 0 ? controlWeight : 1) / (arms - 1 + controlWeight), new WordsOnly()))];
}
