using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Results;

/// <summary>One metric over all arms, the control first.</summary>
public sealed record MetricResult(Metric Metric, IReadOnlyList<ArmResult> Arms);
