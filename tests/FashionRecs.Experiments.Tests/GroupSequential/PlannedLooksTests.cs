using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.GroupSequential;

public class PlannedLooksTests
{
    private static readonly GroupPlan Plan = new(AlphaSpending.OBrienFleming, 4);
    private static readonly Metric Persuasion = StandardMetrics.All.Single(metric => metric.Key == "persuasion");

    [Fact]
    public void Of_HalfOfThePlan_TwoOfFourLooksWereReachedByTheSlowestArm()
    {
        var trial = Planned(units: 1100, perArm: 1000);
        var looks = PlannedLooks.Of(trial.Experiment.Design, trial.Experiment.Phases[0], Rows(trial), Persuasion);

        Assert.Equal([250, 500, 750, 1000], looks.Select(look => look.PerArm));
        Assert.Equal([true, true, false, false], looks.Select(look => look.At is not null));
        var slower = trial.Exposures.GroupBy(exposure => exposure.Arm).Max(arm => arm.OrderBy(exposure => exposure.At).ElementAt(249).At);
        Assert.Equal(slower, looks[0].At);
        Assert.Equal(4.333, looks[0].Bound, 3);
    }

    [Fact]
    public void Of_AnswersCount_UnitsArriveWithTheirAnswer()
    {
        var trial = Planned(units: 0, perArm: 4);
        foreach (var (arm, number) in new[] { "control", "box" }.SelectMany(arm => Enumerable.Range(0, 3).Select(number => (arm, number))))
        {
            trial.Add(trial.Expose($"{arm}{number}", arm, Trial.Start.AddMinutes(number)), OutcomeKind.Trust, 4, minutes: 60);
        }

        var looks = PlannedLooks.Of(trial.Experiment.Design, trial.Experiment.Phases[0], Rows(trial),
            StandardMetrics.All.Single(metric => metric.Key == "trust"));

        Assert.Equal(Trial.Start.AddMinutes(60), looks[0].At);
        Assert.Equal(Trial.Start.AddMinutes(62), looks[2].At);
        Assert.Null(looks[3].At);
    }

    [Fact]
    public void PValue_OfARepeatedLook_IsBelowAlphaWhereTheBoundIsCrossed()
    {
        var plan = Plan with { Reached = 2 };
        var bound = plan.Bounds(0.05, 2)[1];

        Assert.Equal(0.05, plan.PValue(bound), 6);
        Assert.True(plan.PValue(bound + 0.01) < 0.05 && plan.PValue(bound - 0.01) > 0.05);
        Assert.Equal(1, plan.PValue(0));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, true)]
    public void Results_PlannedLooks_HaveNumbersFromTheFirstOn(int reached, bool numbers)
    {
        var trial = Planned(units: 1100, perArm: 500);
        var results = ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All,
            ResultsSettings.Of(trial.Experiment.Design, reached));

        Assert.Equal(numbers, results.Primary.Arms[1].Comparison is not null);
        Assert.Contains(numbers ? "This is the last planned look." : "0 of 4 planned looks were reached", results.Conclusion);
        Assert.Contains(ResultNotes.Planned, results.Notes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public void Settings_LooksOutsideTheirRange_AreAProblem(int looks) =>
        Assert.NotNull(new ComparisonSettings { Sequential = false, Group = Plan with { Looks = looks } }.Problem());

    [Fact]
    public void Settings_EveryLookAndPlannedLooks_AreAProblem() => Assert.NotNull(new ComparisonSettings { Group = Plan }.Problem());

    /// <summary>O'Brien and Fleming's kind of design needs few units more than one look (Jennison and Turnbull, table 2.4).</summary>
    [Fact]
    public void Size_PlannedLooks_NeedsALittleMoreThanOneLook()
    {
        var once = new ComparisonSettings { Sequential = false, Difference = DifferenceKind.Absolute };
        var one = PowerCalculation.UnitsPerArm(5, 1, 1, 0.1, 0.8, once)!.Value;
        var planned = PowerCalculation.UnitsPerArm(5, 1, 1, 0.1, 0.8, once with { Group = Plan })!.Value;

        Assert.InRange(planned / (double)one, 1.005, 1.06);
    }

    private static IReadOnlyList<UnitRow> Rows(Trial trial) => FashionRecs.Experiments.Health.UnitScreen.Of(
        "why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, new()).Rows;

    private static Trial Planned(int units, long perArm)
    {
        var trial = new Trial().With(units, 0.3, 0.5);
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with { PlannedPerArm = perArm, Comparison = new() { Sequential = false, Group = Plan } },
        };
        return trial;
    }
}
