using System.Text.Json;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Results;

public class ResultsCalculatorTests
{
    private static readonly ResultsSettings Settings = new();

    [Fact]
    public void Compute_TrueLift_IsFoundAndSaidInWords()
    {
        var results = Compute(new Trial().With(6000, 0.2, 0.3));
        var box = results.Primary.Arms[1];

        Assert.All(results.Health, finding => Assert.Equal(HealthLevel.Fine, finding.Level));
        Assert.InRange(box.Comparison!.Effect, 0.3, 0.7);
        Assert.True(box.CorrectedPValue < 0.05);
        Assert.StartsWith("'box' changes \"Liked before opening\" by +", results.Conclusion);
        Assert.Contains("better than the control", results.Conclusion);
        Assert.Equal(6000, results.Primary.Arms.Sum(arm => arm.Units));
        Assert.Equal(box.Total / box.Units, box.Mean, 12);
    }

    [Fact]
    public void Compute_NoDifference_SaysThatThisIsNoProof()
    {
        var results = Compute(new Trial().With(2000, 0.2, 0.2));

        Assert.Contains("No difference between 'box' and the control", results.Conclusion);
        Assert.Contains("not proof", results.Conclusion);
        Assert.Contains("of 1500 planned units", results.Conclusion);
    }

    [Fact]
    public void Compute_FewUnits_SaysNotEnoughInsteadOfANumber()
    {
        var arm = Compute(new Trial().With(60, 0.2, 0.3)).Primary.Arms[1];

        Assert.Null(arm.Comparison);
        Assert.StartsWith("Not enough data yet", arm.NotYet);
        Assert.True(arm.Units > 0);
    }

    [Fact]
    public void Compute_NobodyYet_HasNoNumbersAndNoCrash()
    {
        var results = Compute(new Trial());

        Assert.StartsWith("Not enough data yet", results.Primary.Arms[1].NotYet);
        Assert.Equal(0, results.Primary.Arms[0].Units);
    }

    [Fact]
    public void Compute_ManyArmsOfWhichTheSameIsToBeSaid_AreNamedInOneSentence()
    {
        var few = Compute(new Trial("control", "a", "b", "c").With(40, 0.2, 0.2)).Conclusion;
        Assert.StartsWith("'a', 'b' and 'c': Not enough data yet: at least 100 units", few);
        Assert.Single(few.Split("Not enough data yet").Skip(1));

        var many = Compute(new Trial("control", "a", "b", "c").With(1200, 0.2, 0.2)).Conclusion;
        Assert.StartsWith("No difference between 'a', 'b' or 'c' and the control in \"Liked before opening\" has been shown; 'a' ", many);
        Assert.Contains("intervals)", many);
    }

    [Fact]
    public void Compute_MetricWithoutEvents_SaysNotEnough()
    {
        var trust = Compute(new Trial().With(1000, 0.2, 0.3)).Others.Single(result => result.Metric.Key == "trust");

        Assert.All(trust.Arms, arm => Assert.Equal(0, arm.Units));
        Assert.StartsWith("Not enough data yet", trust.Arms[1].NotYet);
    }

    [Fact]
    public void Compute_AllUnitsInOneArm_AlarmsAndConcludesNothing()
    {
        var trial = new Trial();
        for (var unit = 0; unit < 300; unit++)
        {
            trial.Expose($"u{unit}", "control", Trial.Start);
        }

        var results = Compute(trial);

        Assert.Equal(HealthLevel.Alarm, results.Health.Single(finding => finding.Check == "sample ratio").Level);
        Assert.StartsWith("Nothing can be concluded: The arms hold 300 : 0 units", results.Conclusion);
    }

    [Fact]
    public void Compute_ZeroVariance_IsASentence()
    {
        var trial = new Trial().With(1000, 0.2, 0.3);
        foreach (var exposure in trial.Exposures.ToArray())
        {
            trial.Add(exposure, OutcomeKind.Trust, 4);
        }

        var trust = Compute(trial).Others.Single(result => result.Metric.Key == "trust").Arms[1];

        Assert.Equal((4.0, true), (trust.Mean, trust.Comparison is null));
        Assert.Contains("zero variance", trust.NotYet);
    }

    [Fact]
    public void Compute_OneHugeOutlier_IsCappedByTheStatedRule()
    {
        var trial = new Trial().With(1000, 0.2, 0.3);
        var random = new Random(2);
        foreach (var exposure in trial.Exposures.ToArray())
        {
            trial.Add(exposure, OutcomeKind.Dwell, exposure.Unit == "u5" ? 1e9 : 20 + random.NextDouble());
        }

        var dwell = Compute(trial).Others.Single(result => result.Metric.Key == "dwell").Arms;

        Assert.All(dwell, arm => Assert.InRange(arm.Mean, 20, 21));
    }

    [Fact]
    public void Compute_DeletedShopper_RowsGoAndCountsStayRight()
    {
        var trial = new Trial().With(1000, 0.2, 0.3);
        var before = Compute(trial).Primary.Arms;
        var gone = trial.Exposures.First(exposure => exposure.Arm == "box"
            && trial.Outcomes.Any(outcome => outcome.ExposureId == exposure.Id && outcome.Kind == OutcomeKind.Like));

        trial.Forget(gone.Unit);
        var after = Compute(trial).Primary.Arms;

        Assert.Equal((before[0].Units, before[0].Total), (after[0].Units, after[0].Total));
        Assert.Equal((before[1].Units - 1, before[1].Total - 1), (after[1].Units, after[1].Total));
        Assert.DoesNotContain(trial.Outcomes, outcome => outcome.ExposureId == gone.Id);
    }

    [Fact]
    public void Compute_LessIsBetter_ReachesLossChanceAndConclusion()
    {
        var trial = new Trial();
        trial.Experiment =
            trial.Experiment with { Design = trial.Experiment.Design with { PrimaryMetric = "hidden", Guardrails = ["persuasion"] } };
        var random = new Random(4);
        for (var unit = 0; unit < 4000; unit++)
        {
            var exposure = trial.Expose($"u{unit}", trial.Experiment.ArmOf($"u{unit}")!.Key, Trial.Start);
            if (random.NextDouble() < (exposure.Arm == "box" ? 0.1 : 0.25))
            {
                trial.Add(exposure, OutcomeKind.Hide);
            }
        }

        var results = Compute(trial);
        var box = results.Primary.Arms[1].Comparison!;

        Assert.InRange(box.Effect, -0.75, -0.45);
        Assert.True(box.ChanceToWin > 0.999);
        Assert.True(box.Risk < 1e-6);
        Assert.Contains("better than the control", results.Conclusion);
        var json = JsonDocument.Parse(
            ResultsExport.Analysis(results, Settings, Trial.Start, trial.Experiment.Design, trial.Experiment.Phases[0])).RootElement;
        Assert.True(json.GetProperty("results").GetProperty("primary").GetProperty("arms")[1].GetProperty("comparison").GetProperty("risk")
            .GetDouble() < 1e-6);
    }

    [Fact]
    public void Compute_LikingThatDoesNotChange_IsBetterAndHasNoDirectionWhenSigned()
    {
        var trial = new Trial();
        trial.Experiment =
            trial.Experiment with { Design = trial.Experiment.Design with { PrimaryMetric = "effectiveness", Guardrails = [] } };
        var random = new Random(4);
        for (var unit = 0; unit < 1200; unit++)
        {
            var exposure = trial.Expose($"u{unit}", trial.Experiment.ArmOf($"u{unit}")!.Key, Trial.Start);
            trial.Add(exposure, OutcomeKind.LikingBefore, 3);
            trial.Add(exposure, OutcomeKind.LikingAfter, random.NextDouble() < (exposure.Arm == "box" ? 0.9 : 0.3) ? 3 : 4);
        }

        var results = Compute(trial);
        var signed = results.Others.Single(result => result.Metric.Key == "liking-change").Arms[1].Comparison!;

        Assert.True(results.Primary.Arms[1].Comparison!.Effect < -0.4);
        Assert.Contains("better than the control", results.Conclusion);
        Assert.Null(signed.Risk);
    }

    [Fact]
    public void Compute_SeveralArms_HaveIntervalsAsCorrectedAsTheirPValues()
    {
        var results = Compute(new Trial("control", "a", "b", "c").With(4000, 0.2, 0.2));

        foreach (var arm in results.Primary.Arms.Skip(1))
        {
            var comparison = arm.Comparison!;
            Assert.True(arm.CorrectedLow < comparison.Low && arm.CorrectedHigh > comparison.High);
            Assert.Equal(comparison.Effect, (arm.CorrectedLow + arm.CorrectedHigh)!.Value / 2, 9);
            // Bonferroni's interval excludes zero exactly where three times the p-value is below alpha.
            Assert.Equal(3 * comparison.PValue < 0.05, arm.CorrectedLow > 0 || arm.CorrectedHigh < 0);
        }

        var alone = Compute(new Trial().With(4000, 0.2, 0.3)).Primary.Arms[1];
        Assert.Equal((alone.Comparison!.Low, alone.Comparison.High), (alone.CorrectedLow!.Value, alone.CorrectedHigh!.Value));
    }

    [Fact]
    public void Compute_IntervalsForEveryLook_SayThatTheChanceIsForOne()
    {
        var trial = new Trial().With(500, 0.2, 0.2);

        Assert.Contains(ResultNotes.OneLook, Compute(trial).Notes);
        Assert.DoesNotContain(ResultNotes.OneLook,
            ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All,
            Settings with { Comparison = new() { Sequential = false } }).Notes);
    }

    [Fact]
    public void Compute_StoppedWeeksAgo_GivesWhatItGaveThen()
    {
        var trial = new Trial().With(2000, 0.2, 0.3).EndedAt(Trial.Start.AddDays(2));
        var then = JsonSerializer.Serialize(Compute(trial).Primary);
        foreach (var exposure in trial.Exposures.Take(70).ToArray())
        {
            trial.Add(exposure, OutcomeKind.Like, minutes: (3 * 24 * 60) + 1);
        }

        Assert.Equal(then, JsonSerializer.Serialize(Compute(trial).Primary));
    }

    [Fact]
    public void OverTime_LastDay_EqualsTheWhole()
    {
        var trial = new Trial().With(6000, 0.2, 0.3);
        var days = ResultsCalculator.OverTime(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All[0], Settings);

        Assert.Equal(5, days.Count);
        Assert.Equal(Compute(trial).Primary.Arms[1].Comparison, days[^1].Result.Arms[1].Comparison);
        Assert.True(days[0].Result.Arms[1].Units < days[1].Result.Arms[1].Units);
    }

    [Fact]
    public void BySegment_Groups_AddUpAndAreCorrected()
    {
        var trial = new Trial().With(6000, 0.2, 0.3);
        var segments =
            ResultsCalculator.BySegment(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All[0], "device", Settings);

        Assert.Equal(["phone", "tablet"], segments.Select(segment => segment.Segment));
        Assert.Equal(6000, segments.Sum(segment => segment.Result.Arms.Sum(arm => arm.Units)));
        Assert.All(segments, segment => Assert.True(segment.Result.Arms[1].CorrectedPValue >= segment.Result.Arms[1].Comparison!.PValue));
    }

    [Fact]
    public void ReasonTable_Answers_GiveTheShareThatAgrees()
    {
        var trial = new Trial();
        for (var unit = 0; unit < 10; unit++)
        {
            var exposure = trial.Expose($"u{unit}", "box", Trial.Start);
            trial.Add(exposure, OutcomeKind.Impression);
            trial.Add(exposure, OutcomeKind.RegionAgreement, unit < 7 ? 1 : 0);
        }

        var screen = UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, new());
        var row = Assert.Single(ReasonTable.ByReason(screen.Rows));

        Assert.Equal(("box", "neckline: V", 10, 10, 0.7), (row.Arm, row.About, row.Impressions, row.Asked, row.Agreement.Share));
    }

    [Fact]
    public void ReasonTable_SeveralArms_NamesTheControlFirst()
    {
        var trial = new Trial();
        foreach (var arm in (string[])["box", "control", "box"])
        {
            trial.Add(trial.Expose($"u{trial.Exposures.Count}", arm, Trial.Start), OutcomeKind.Impression);
        }

        var screen = UnitScreen.Of("why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, new());

        Assert.Equal(["control", "box"], ReasonTable.ByReason(screen.Rows, "control").Select(row => row.Arm));
    }

    [Fact]
    public async Task Export_RowsSettingsAndDesign_AreComplete()
    {
        var trial = new Trial().With(1000, 0.2, 0.3);
        trial.Expose("a \"quoted\", unit", "box", Trial.Start);
        trial.Expose("=HYPERLINK(\"http://evil\")", "box", Trial.Start);
        var results = Compute(trial);
        using var csv = new StringWriter();

        var pseudonyms = new Pseudonyms(new byte[32]);
        await ResultsExport.WriteExposuresAsync(csv,
            trial.Exposures.Append(
            trial.Exposures[0] with { Unit = "seen", Product = "=HYPERLINK(\"http://evil\")", View = new BoxWithWords() }), pseudonyms);
        var analysis =
            JsonDocument.Parse(
            ResultsExport.Analysis(results, Settings, Trial.Start, trial.Experiment.Design, trial.Experiment.Phases[0])).RootElement;
        using var outcomes = new StringWriter();
        await ResultsExport.WriteOutcomesAsync(outcomes, trial.Outcomes, pseudonyms);

        Assert.Equal(1004, csv.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("quoted", csv.ToString());
        Assert.DoesNotContain(",u1,", csv.ToString());
        Assert.DoesNotContain("/u1,", outcomes.ToString());
        Assert.Contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",", csv.ToString());
        Assert.EndsWith(",device=phone,BoxWithWords,\r\n", csv.ToString());
        Assert.Equal(5000, analysis.GetProperty("settings").GetProperty("comparison").GetProperty("tuning").GetDouble());
        Assert.NotEqual("unknown", analysis.GetProperty("code_version").GetString());
        Assert.Equal(results.Conclusion, analysis.GetProperty("results").GetProperty("conclusion").GetString());
        Assert.Equal(1500, analysis.GetProperty("design").GetProperty("planned_per_arm").GetInt64());
        Assert.Equal(trial.Outcomes.Count + 1, outcomes.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static ExperimentResults Compute(Trial trial) =>
        ResultsCalculator.Compute(trial.Experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, Settings);
}
