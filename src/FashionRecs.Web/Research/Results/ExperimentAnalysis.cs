using FashionRecs.Application.Research;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Web.Research.Results;

/// <summary>One reading of an experiment's log and everything that the pages say of it, computed as its design decided.</summary>
/// <param name="Record">What was read; its experiment has been started.</param>
public sealed record ExperimentAnalysis(ExperimentRecord Record)
{
    private static readonly IReadOnlyList<Metric> Metrics = StandardMetrics.All;

    /// <summary>The phase that is looked at.</summary>
    public Phase Phase =>
        Record.Phase ?? throw new InvalidOperationException($"The experiment '{Record.Experiment.Key}' has not been started.");

    /// <summary>How it is computed.</summary>
    public ResultsSettings Settings => ResultsSettings.Of(Record.Experiment.Design);

    /// <summary>The metric that decides.</summary>
    public Metric Primary => Metrics.First(metric => metric.Key == Record.Experiment.Design.PrimaryMetric);

    /// <summary>Health, metrics and conclusion.</summary>
    public ExperimentResults Results() =>
        ResultsCalculator.Compute(Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Metrics, Settings, Record.Earlier,
            Record.Deleted);

    /// <summary>The primary metric at the end of each day.</summary>
    public IReadOnlyList<(DateOnly Day, MetricResult Result)> OverTime() =>
        ResultsCalculator.OverTime(Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Primary, Settings, Record.Earlier);

    /// <summary>The primary metric by the values of a segment.</summary>
    public IReadOnlyList<(string Segment, MetricResult Result)> BySegment(string segment) =>
        ResultsCalculator.BySegment(Record.Experiment, Phase.Number, Record.Exposures, Record.Outcomes, Primary, segment, Settings,
            Record.Earlier);

    /// <summary>Names of the segments that were logged.</summary>
    public IReadOnlyList<string> Segments() =>
        [.. Record.Exposures.SelectMany(exposure => exposure.Segments.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What a data package of the phase is written from.</summary>
    public PackageContent Package() => new(
        Record.Experiment, Phase, UnitScreen.Of(Record.Experiment.Key, Phase, Record.Exposures, Record.Outcomes, Settings.Health),
        Record.Earlier, Record.Deleted,
        Metrics, Settings, Results());

    /// <summary>The units that count.</summary>
    public IReadOnlyList<UnitRow> Rows() =>
        UnitScreen.Of(Record.Experiment.Key, Phase, Record.Exposures, Record.Outcomes, Settings.Health).Rows;
}
