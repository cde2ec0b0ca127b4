using FashionRecs.Application.Research;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Mixed;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Web.Research.Results;

/// <summary>
/// One reading of an experiment's log and everything that the pages say of it, computed as its design decided: with planned looks as of the
/// last look that was reached, else as of now.
/// </summary>
public sealed class ExperimentAnalysis
{
    private static readonly IReadOnlyList<Metric> Metrics = StandardMetrics.All;

    /// <summary>Analyses what was read.</summary>
    /// <param name="record">Its experiment has been started.</param>
    public ExperimentAnalysis(ExperimentRecord record)
    {
        Record = record;
        if (record is { Phase: { } phase, Experiment.Design.Comparison.Group: not null })
        {
            Looks = PlannedLooks.Of(record.Experiment.Design, phase, Rows(), Primary);
            var last = Looks.LastOrDefault(look => look.At is not null)?.At ?? DateTimeOffset.MaxValue;
            Record = record with
            {
                Exposures = [.. record.Exposures.Where(exposure => exposure.At <= last)],
                Outcomes = [.. record.Outcomes.Where(outcome => outcome.At <= last)],
            };
        }
    }

    /// <summary>
    /// What was read, up to the last planned look that was reached; all of it before the first, and without planned looks.
    /// </summary>
    public ExperimentRecord Record { get; }

    /// <summary>The planned looks; empty in a design without.</summary>
    public IReadOnlyList<PlannedLook> Looks { get; } = [];

    /// <summary>The phase that is looked at.</summary>
    public Phase Phase =>
        Record.Phase ?? throw new InvalidOperationException($"The experiment '{Record.Experiment.Key}' has not been started.");

    /// <summary>How it is computed.</summary>
    public ResultsSettings Settings => ResultsSettings.Of(Record.Experiment.Design, Looks.Count(look => look.At is not null));

    /// <summary>The metric that decides.</summary>
    public Metric Primary => Metrics.First(metric => metric.Key == Record.Experiment.Design.PrimaryMetric);

    /// <summary>Health, metrics and conclusion.</summary>
    public ExperimentResults Results() =>
        ResultsCalculator.Compute(Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Metrics, Settings, Record.Earlier,
            Record.Deleted);

    /// <summary>The same with the mixed logit of impressions, which takes seconds; for what is handed on.</summary>
    public ExperimentResults ResultsWithImpressions() => Results() with { Impressions = Impressions(out _) };

    /// <summary>The mixed logit of impressions; null with one sentence where there is none.</summary>
    public MixedResult? Impressions(out string? problem)
    {
        // With planned looks there are no figures before the first.
        problem = Looks.Count > 0 && Looks[0].At is null ? "The first planned look has not been reached." : null;
        return problem is null ? ImpressionModel.Of(Primary, Phase, Rows(), Settings.Comparison.Alpha, out problem) : null;
    }

    /// <summary>The primary metric at the end of each day.</summary>
    public IReadOnlyList<(DateOnly Day, MetricResult Result)> OverTime() =>
        // Days are looks, too; where looks were planned there are no others.
        Looks.Count > 0 ? [] : ResultsCalculator.OverTime(
            Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Primary, Settings, Record.Earlier, Record.Zone);

    /// <summary>The primary metric by the values of a segment.</summary>
    public IReadOnlyList<(string Segment, MetricResult Result)> BySegment(string segment) =>
        ResultsCalculator.BySegment(Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Primary, segment, Settings,
            Record.Earlier);

    /// <summary>Names of the segments that were logged.</summary>
    public IReadOnlyList<string> Segments() =>
        [.. Record.Exposures.SelectMany(exposure => exposure.Segments.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What a data package of the phase is written from.</summary>
    /// <param name="beside">Phases of other experiments that ran at the same time.</param>
    public PackageContent Package(IReadOnlyList<OverlapSide> beside) => new(
        Record.Experiment, Phase, UnitScreen.Of(Record.Experiment.Key, Phase, Record.Exposures, Record.Outcomes, Settings.Health),
        Record.Earlier, Record.Deleted,
        Metrics, Settings, ResultsWithImpressions())
    {
        Beside = beside,
    };

    /// <summary>The units that count.</summary>
    public IReadOnlyList<UnitRow> Rows() =>
        UnitScreen.Of(Record.Experiment.Key, Phase, Record.Exposures, Record.Outcomes, Settings.Health).Rows;
}
