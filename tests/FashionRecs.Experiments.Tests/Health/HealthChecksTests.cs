using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Health;

public class HealthChecksTests
{
    private static readonly HealthSettings Settings = new();

    [Fact]
    public void Run_UnitSeenInTwoArms_IsFlaggedAndKeptOut()
    {
        var trial = new Trial().With(1000, 0.2, 0.2);
        trial.Expose("u1", trial.Experiment.ArmOf("u1")!.Key == "box" ? "control" : "box", Trial.Start);

        var screen = Screen(trial);

        Assert.Equal(["u1"], screen.InTwoArms);
        Assert.DoesNotContain(screen.Rows, row => row.Exposure.Unit == "u1");
        Assert.Equal(HealthLevel.Warning, Level(trial, "multiple exposure"));
    }

    [Fact]
    public void Run_ManyUnitsInTwoArms_Alarms()
    {
        var trial = new Trial().With(100, 0.2, 0.2);
        for (var unit = 0; unit < 20; unit++)
        {
            trial.Expose($"u{unit}", "control", Trial.Start);
            trial.Expose($"u{unit}", "box", Trial.Start);
        }

        Assert.Equal(HealthLevel.Alarm, Level(trial, "multiple exposure"));
    }

    [Fact]
    public void Run_ArmWithoutWeightSeen_Alarms()
    {
        var trial = new Trial().With(100, 0.2, 0.2);
        trial.Expose("stranger", "map", Trial.Start);

        Assert.Equal(HealthLevel.Alarm, Level(trial, "arms seen"));
        Assert.DoesNotContain(Screen(trial).Rows, row => row.Exposure.Unit == "stranger");
    }

    [Fact]
    public void Run_ClockMovedBack_IsSaidAndCountsAsImmediate()
    {
        var trial = new Trial().With(100, 0, 0);
        trial.Add(trial.Exposures[3], OutcomeKind.Like, minutes: -60 * 24 * 30);

        Assert.Equal(HealthLevel.Warning, Level(trial, "clock"));
        Assert.Equal(1, Screen(trial).Rows.Sum(row => FashionRecs.Experiments.Metrics.StandardMetrics.All[0].Of(row)!.Value.Value));
    }

    [Theory]
    [InlineData(1.9, HealthLevel.Fine)]
    [InlineData(2.1, HealthLevel.Warning)]
    public void Run_OutcomeThatOvertookItsExposure_IsNoClockMovedBack(double seconds, HealthLevel expected)
    {
        var trial = new Trial().With(100, 0, 0);
        trial.Add(trial.Exposures[3], OutcomeKind.Like, minutes: -seconds / 60);

        Assert.Equal(expected, Level(trial, "clock"));
    }

    [Fact]
    public void Run_SixtyOneClicksInAMinute_IsAProgram()
    {
        var trial = new Trial().With(100, 0.2, 0.2);
        for (var click = 0; click < 61; click++)
        {
            trial.Add(trial.Exposures[0], OutcomeKind.Click, minutes: 2 + (click / 70.0));
            trial.Add(trial.Exposures[1], OutcomeKind.Click, minutes: 2 + click);
        }

        var screen = Screen(trial);

        Assert.Equal("u0", Assert.Single(screen.Bots).Exposure.Unit);
        Assert.Equal(99, screen.Rows.Count);
        Assert.Equal(HealthLevel.Warning, Level(trial, "programs"));
        Assert.StartsWith("1 unit acts like a bot and is kept out (", Text(trial, "programs"));
    }

    [Fact]
    public void Run_ShopperWhoScrollsFast_IsNoProgram()
    {
        var trial = new Trial().With(100, 0.2, 0.2);
        foreach (var kind in new[] { OutcomeKind.Impression, OutcomeKind.Hover, OutcomeKind.Dwell, OutcomeKind.Decision })
        {
            for (var product = 0; product < 80; product++)
            {
                trial.Add(trial.Exposures[0], kind, minutes: 2 + (product / 160.0));
            }
        }

        Assert.Empty(Screen(trial).Bots);
    }

    [Fact]
    public void Run_ArmsDifferedBeforeTheStart_Alarms()
    {
        var trial = new Trial().With(1000, 0.2, 0.2);
        var random = new Random(1);
        var skewed =
            trial.Exposures.ToDictionary(exposure => exposure.Unit, exposure => random.NextDouble() + (exposure.Arm == "box" ? 0.5 : 0));
        var even = skewed.Keys.ToDictionary(unit => unit, _ => random.NextDouble());

        Assert.Equal(HealthLevel.Alarm, Level(trial, "balance before the start", skewed));
        Assert.Equal(HealthLevel.Fine, Level(trial, "balance before the start", even));
    }

    [Fact]
    public void Run_AFewPeopleOnTwoDevices_AreAWarningWithABoundOnTheBias()
    {
        var trial = new Trial().With(284, 0.2, 0.2);
        for (var unit = 0; unit < 5; unit++)
        {
            trial.Expose($"u{unit}", Other(trial, $"u{unit}"), Trial.Start.AddDays(1));
        }

        var finding = Find(trial, "multiple exposure", null);

        Assert.Equal(HealthLevel.Warning, finding.Level);
        Assert.StartsWith("5 of 284 units (1.8 %) were seen in two arms", finding.Text);
        var twice = Screen(trial).FirstOfTwo;
        var bound = new[] { "control",
            "box" }.Sum(arm =>
            twice.GetValueOrDefault(arm) / (double)trial.Exposures.Where(exposure => exposure.At < Trial.Start.AddDays(1))
            .Count(exposure => exposure.Arm == arm));
        Assert.Contains(FormattableString.Invariant($"up to {100 * bound:0.0} percentage points"), finding.Text);
    }

    [Fact]
    public void Screen_FirstExposureWins_CountsInTheFirstArmWithAllThatWasDone()
    {
        var trial = new Trial().With(50, 0, 0);
        var second = trial.Expose("u3", Other(trial, "u3"), Trial.Start.AddDays(1));
        trial.Add(trial.Exposures[3], OutcomeKind.Like, minutes: 2000);
        trial.Add(second, OutcomeKind.Like, minutes: 2000 - (24 * 60) + 3);
        trial.Add(second, OutcomeKind.Dwell, 20, minutes: 5);

        var screen =
            UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes,
            Settings with { InTwoArms = MultipleExposure.FirstExposure });

        var row = Assert.Single(screen.Rows, row => row.Exposure.Unit == "u3");
        Assert.Equal(trial.Exposures[3], row.Exposure);
        // The one like was logged for both exposures.
        Assert.Single(row.Outcomes, outcome => outcome.Kind == OutcomeKind.Like);
        Assert.Single(row.Outcomes, outcome => outcome.Kind == OutcomeKind.Dwell);
        Assert.Equal(50, screen.Rows.Count);
    }

    [Fact]
    public void Screen_AfterThePhase_NothingCounts()
    {
        var trial = new Trial().With(100, 0, 0);
        var before = Screen(trial).Rows.Sum(row => row.Outcomes.Count);
        trial.EndedAt(Trial.Start.AddDays(1));
        trial.Add(trial.Exposures[0], OutcomeKind.Bag, minutes: (24 * 60) + 1);
        trial.Expose("late", "box", Trial.Start.AddDays(1).AddSeconds(1));

        var screen = Screen(trial);

        Assert.Equal((100, before, 2), (screen.Rows.Count, screen.Rows.Sum(row => row.Outcomes.Count), screen.AfterTheEnd));
        Assert.Equal("2 lines were logged after the end of the phase and do not count.", Text(trial, "after the end"));
    }

    [Fact]
    public void Run_NobodyDidAnythingBefore_SaysThatAndNotThatThereAreTooFew()
    {
        var trial = new Trial().With(2400, 0.2, 0.2);

        var finding = Find(trial, "balance before the start", new Dictionary<string, double>());

        Assert.Equal("None of the 2400 units did anything before the start, so there is nothing to compare.", finding.Text);
        Assert.False(finding.WasChecked);
    }

    [Fact]
    public void Run_ContrastThatFellBack_IsSaidPerArm()
    {
        var trial = new Trial();
        trial.Experiment =
            trial.Experiment with { Phases =
            [trial.Experiment.Phases[0] with { Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new Contrast())] }] };
        for (var unit = 0; unit < 12; unit++)
        {
            var arm = trial.Experiment.ArmOf($"u{unit}")!;
            var exposure = trial.Expose($"u{unit}", arm.Key, Trial.Start);
            trial.Add(exposure, OutcomeKind.Impression,
                change: outcome => outcome with { View = arm.View is Contrast ? new BoxWithWords() : arm.View });
        }

        var finding = Find(trial, "views shown", null);
        var units = trial.Exposures.Count(exposure => exposure.Arm == "box");

        Assert.Equal(HealthLevel.Warning, finding.Level);
        Assert.Equal(
            $"'box' was really shown to 0 of {units} units and in 0 of {units} impressions; elsewhere they saw \"Box with words\". The arm "
                + $"is that view under another name.", finding.Text);
    }

    [Fact]
    public void Run_OneArmAnswersLess_IsAWarning()
    {
        var trial = new Trial().With(400, 0, 0);
        foreach (var exposure in trial.Exposures.ToArray())
        {
            trial.Add(exposure, OutcomeKind.Asked, change: outcome => outcome with { Question = OutcomeKind.Trust });
            if (exposure.Arm == "box" || exposure.Unit.EndsWith('1'))
            {
                trial.Add(exposure, OutcomeKind.Trust, 4);
            }
            else
            {
                trial.Add(exposure, OutcomeKind.Declined, change: outcome => outcome with { Question = OutcomeKind.Trust });
            }
        }

        var rows = FashionRecs.Experiments.Results.ResponseTable.Of(trial.Experiment.Phases[0], Screen(trial).Rows);

        Assert.Equal(HealthLevel.Warning, Level(trial, "answers"));
        Assert.All(rows, row => Assert.Equal(row.Asked, row.Answered + row.Declined));
        Assert.Equal((1, OutcomeKind.Trust), (rows[1].Rate.Share, rows[1].Question));
        Assert.InRange(rows[0].Rate.Share, 0.05, 0.15);
    }

    [Fact]
    public void Run_DeletedShoppers_LeaveTheirNumber()
    {
        var trial = new Trial().With(100, 0, 0);
        var finding =
            HealthChecks.Run(trial.Experiment.Phases[0], Screen(trial), Settings, null, new Dictionary<string, int> { ["box"] = 2 })
            .Single(finding => finding.Check == "deleted on request");

        Assert.StartsWith("2 of 'box' asked to be deleted", finding.Text);
    }

    [Fact]
    public void Run_SevenArmsWithThreeUnitsEach_IsExactAndFine()
    {
        var trial = new Trial("a", "b", "c", "d", "e", "f", "g");
        foreach (var (arm,
            number) in trial.Experiment.Phases[0].Arms.SelectMany(arm => Enumerable.Range(0, 3).Select(number => (arm, number))))
        {
            trial.Expose($"{arm.Key}{number}", arm.Key, Trial.Start);
        }

        Assert.Equal(HealthLevel.Fine, Level(trial, "sample ratio"));
        Assert.Contains("exact multinomial test", Text(trial, "sample ratio"));
        Assert.Contains("is 1 (exact", Text(trial, "sample ratio"));
    }

    private static string Other(Trial trial, string unit) => trial.Experiment.ArmOf(unit)!.Key == "box" ? "control" : "box";

    private static UnitScreen Screen(Trial trial) =>
        UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, Settings);

    private static HealthLevel Level(Trial trial, string check, IReadOnlyDictionary<string, double>? covariate = null) =>
        Find(trial, check, covariate).Level;

    private static string Text(Trial trial, string check) => Find(trial, check, null).Text;

    private static HealthFinding Find(Trial trial, string check, IReadOnlyDictionary<string, double>? covariate) =>
        HealthChecks.Run(trial.Experiment.Phases[0], Screen(trial), Settings, covariate).Single(finding => finding.Check == check);
}
