using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Scales;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lab;

/// <summary>One number of a participant in one part: of what they did, or of a scale.</summary>
/// <param name="Key">Key of the metric or the scale.</param>
/// <param name="Name">What people read.</param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Metric">What is counted; null for a scale.</param>
/// <param name="Scale">The scale; null for a metric.</param>
public sealed record LabMeasure(string Key, string Name, MetricDirection Direction, Metric? Metric, QuestionScale? Scale)
{
    /// <summary>The number of a part; null where there is none.</summary>
    public double? Of(LabCell cell) => Scale is { } scale ? scale.Score(cell.Answers)
        : cell.Row is { } row && Metric!.Of(row) is var (value, denominator) && denominator > 0 ? value / denominator : null;
}
