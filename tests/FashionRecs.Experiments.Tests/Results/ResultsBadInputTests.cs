using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Results;

public class ResultsBadInputTests
{
    [Fact]
    public void Compute_AnswersInOneArmAlone_HaveNoComparisonAndSayWhy()
    {
        var trial = new Trial().With(600, 0.2, 0.3);
        foreach (var exposure in trial.Exposures.Where(exposure => exposure.Arm == "box"))
        {
            trial.Add(exposure, OutcomeKind.Trust, 4);
        }

        var results = Results(trial, trial.Exposures, trial.Outcomes);

        var trust = results.Others.Single(other => other.Metric.Key == "trust");
        Assert.Equal(0, trust.Arms[0].Units);
        Assert.Null(trust.Arms[1].Comparison);
        Assert.NotNull(trust.Arms[1].NotYet);
    }

    [Fact]
    public void Compute_ClocksInTwoZones_GiveTheSameNumbers()
    {
        var trial = new Trial().With(800, 0.2, 0.4);
        var plain = Results(trial, trial.Exposures, trial.Outcomes);

        var zoned = Results(trial,
            [.. trial.Exposures.Select((exposure, at) => exposure with { At = exposure.At.ToOffset(Zone(at % 2 == 0)) })],
            [.. trial.Outcomes.Select((outcome, at) => outcome with { At = outcome.At.ToOffset(Zone(at % 3 == 0)) })]);

        Assert.Equal(plain.Primary.Arms, zoned.Primary.Arms);
        Assert.Equal(plain.Health.Select(finding => finding.Text), zoned.Health.Select(finding => finding.Text));
        Assert.Equal(plain.Conclusion, zoned.Conclusion);
    }

    private static TimeSpan Zone(bool east) => TimeSpan.FromHours(east ? 9 : -8);

    private static ExperimentResults Results(Trial trial, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes) =>
        ResultsCalculator.Compute(trial.Experiment, 1, exposures, outcomes, StandardMetrics.All,
            ResultsSettings.Of(trial.Experiment.Design with { Adjusted = false }));
}
