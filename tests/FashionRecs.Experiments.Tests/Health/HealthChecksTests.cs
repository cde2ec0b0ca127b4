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
        for (var unit = 0; unit < 10; unit++)
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
        Assert.StartsWith("1 unit acts like a program and is kept out (", Text(trial, "programs"));
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
        var skewed = trial.Exposures.ToDictionary(exposure => exposure.Unit, exposure => random.NextDouble() + (exposure.Arm == "box" ? 0.5 : 0));
        var even = skewed.Keys.ToDictionary(unit => unit, _ => random.NextDouble());

        Assert.Equal(HealthLevel.Alarm, Level(trial, "balance before the start", skewed));
        Assert.Equal(HealthLevel.Fine, Level(trial, "balance before the start", even));
    }

    private static UnitScreen Screen(Trial trial) =>
        UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, Settings);

    private static HealthLevel Level(Trial trial, string check, IReadOnlyDictionary<string, double>? covariate = null) =>
        Find(trial, check, covariate).Level;

    private static string Text(Trial trial, string check) => Find(trial, check, null).Text;

    private static HealthFinding Find(Trial trial, string check, IReadOnlyDictionary<string, double>? covariate) =>
        HealthChecks.Run(trial.Experiment.Phases[0], Screen(trial), Settings, covariate).Single(finding => finding.Check == check);
}
