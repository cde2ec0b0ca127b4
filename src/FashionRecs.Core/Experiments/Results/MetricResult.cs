using FashionRecs.Core.Experiments.Metrics;

namespace FashionRecs.Core.Experiments.Results;

/// <summary>One metric over all arms, the control first.</summary>
public sealed record MetricResult(Metric Metric, IReadOnlyList<ArmResult> Arms);
