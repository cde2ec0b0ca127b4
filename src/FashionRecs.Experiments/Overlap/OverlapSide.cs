using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Overlap;

/// <summary>One of two experiments that run at once.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Screen">The phase's units.</param>
public sealed record OverlapSide(Experiment Experiment, Phase Phase, UnitScreen Screen)
{
    /// <summary>The metric that decides it.</summary>
    public Metric Primary => StandardMetrics.All.First(metric => metric.Key == Experiment.Design.PrimaryMetric);

    /// <summary>Keys of the arms that have shoppers.</summary>
    public IReadOnlyList<string> Arms => [.. Phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Key)];

    /// <summary>A phase of an experiment as its log has it.</summary>
    public static OverlapSide Of(Experiment experiment, Phase phase, IEnumerable<Exposure> exposures, IEnumerable<Outcome> outcomes) =>
        new(experiment, phase,
            UnitScreen.Of(experiment.Key, phase, exposures, outcomes, ResultsSettings.Of(experiment.Design).Health));
}
