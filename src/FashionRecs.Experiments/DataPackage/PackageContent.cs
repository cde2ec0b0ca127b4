using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>All that a data package is written from.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Screen">Its units.</param>
/// <param name="Covariate">What each unit did before; units that did nothing are absent.</param>
/// <param name="Deleted">How many units of each arm were deleted on request.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Settings">How the results were computed.</param>
/// <param name="Results">The results.</param>
public sealed record PackageContent(
    Experiment Experiment, Phase Phase, UnitScreen Screen, IReadOnlyDictionary<string, double> Covariate,
    IReadOnlyDictionary<string, int> Deleted,
    IReadOnlyList<Metric> Metrics, ResultsSettings Settings, ExperimentResults Results)
{
    /// <summary>Phases of other experiments that ran at the same time.</summary>
    public IReadOnlyList<OverlapSide> Beside { get; init; } = [];

    /// <summary>The margin by which a metric is judged, in the effect's unit; null for none.</summary>
    internal double? MarginOf(Metric metric) => RoleOf(metric) switch
    {
        "primary" => Experiment.Design.SmallestEffect,
        "guardrail" when Experiment.Design.GuardrailMargins.TryGetValue(metric.Key, out var margin) => margin,
        _ => null,
    };

    /// <summary>What a metric is in the design.</summary>
    internal string RoleOf(Metric metric) => metric.Key == Experiment.Design.PrimaryMetric ? "primary"
        : Experiment.Design.Guardrails.Contains(metric.Key) ? "guardrail" : "other";
}
