using System.Globalization;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Planning;

/// <summary>Checks what a size is planned from against the scale of the metric.</summary>
public static class BaselineCheck
{
    /// <summary>What cannot be, in one sentence; null where all can.</summary>
    public static string? Problem(Metric metric, SizePlan plan)
    {
        var unit = metric.Kind == MetricKind.Proportion ? 100 : 1;
        var percent = unit == 100 ? " %" : "";
        var after = metric.Difference == DifferenceKind.Relative ? plan.Baseline * (1 + plan.SmallestEffect)
            : plan.Baseline + plan.SmallestEffect;
        if (!Fits(plan.Baseline) || !Fits(after))
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"\"{metric.Name}\" lies {Scale()}; {unit * plan.Baseline:0.###}{percent} in the control and {unit * after:0.###}{percent} "
                    + $"with the effect do not fit it.");
        }

        // No values within a range spread more than half of them at each end.
        return metric is { Kind: MetricKind.Mean, Least: { } least, Most: { } most } && plan.Deviation > (most - least) / 2
            ? string.Create(CultureInfo.InvariantCulture,
                $"Values from {least:0.###} to {most:0.###} cannot have a standard deviation of {plan.Deviation:0.###}; it is at most "
                    + $"{(most - least) / 2:0.###}.")
            : null;

        bool Fits(double value) => !(value < metric.Least) && !(value > metric.Most) && double.IsFinite(value);

        string Scale() => (metric.Least, metric.Most) switch
        {
            ({ } low, { } high) => FormattableString.Invariant($"between {unit * low:0.###}{percent} and {unit * high:0.###}{percent}"),
            ({ } low, null) => FormattableString.Invariant($"at or above {low:0.###}"),
            _ => "elsewhere",
        };
    }
}
