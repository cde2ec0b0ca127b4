using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lab;

/// <summary>What a study with participants measures in each part.</summary>
public static class LabMeasures
{
    /// <summary>
    /// The scales that are asked after each part, and of the shop's metrics those that are done and not asked: single questions are asked
    /// of the shop's own shoppers alone. Nothing is capped: with few people one cannot tell an outlier.
    /// </summary>
    public static IReadOnlyList<LabMeasure> Of(ExperimentDesign design) =>
    [
        .. (design.Lab?.AfterEachPart ?? []).Select(scale =>
            new LabMeasure(scale.Key, scale.Name, MetricDirection.HigherIsBetter, null, scale)),
        .. StandardMetrics.All.Where(metric => !metric.Counts.IsAnswer() && MetricFeasibility.Problem(metric, design) is null)
            .Select(metric => new LabMeasure(metric.Key, metric.Name, metric.Direction, metric, null)),
    ];
}
