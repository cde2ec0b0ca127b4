using System.Globalization;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Finds margins that mean nothing.</summary>
internal static class MarginCheck
{
    /// <summary>Each of them.</summary>
    public static IEnumerable<DesignProblem> Find(ExperimentDesign design)
    {
        var primary = StandardMetrics.All.FirstOrDefault(metric => metric.Key == design.PrimaryMetric);
        if (design.Question != PrimaryQuestion.Difference && design.SmallestEffect is null)
        {
            yield return new(DesignPart.Size, "Non-inferiority and equivalence need the smallest effect of interest: their margin.");
        }

        if (design.Question == PrimaryQuestion.NonInferiority && primary?.Direction == MetricDirection.Neither)
        {
            yield return new(DesignPart.Size, $"\"{primary.Name}\" has no worse direction, so nothing can be shown to be not worse.");
        }

        foreach (var (key, margin) in design.GuardrailMargins)
        {
            var metric = StandardMetrics.All.FirstOrDefault(metric => metric.Key == key);
            var most = metric?.Difference == DifferenceKind.Relative ? 1 : double.PositiveInfinity;
            if (!design.Guardrails.Contains(key))
            {
                yield return new(DesignPart.Metrics, $"There is a margin for '{key}', which is no guardrail.");
            }
            else if (!(margin > 0 && margin < most))
            {
                yield return new(DesignPart.Metrics, string.Create(CultureInfo.InvariantCulture,
                    $"The margin of \"{metric?.Name ?? key}\" is {margin:0.###}; it must lie above 0")
                    + (double.IsFinite(most) ? " and below 100 %." : "."));
            }
        }
    }
}
