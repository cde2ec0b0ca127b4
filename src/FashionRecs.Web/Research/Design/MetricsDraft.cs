using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Design;

/// <summary>What decides and what must not get worse, while it is typed in.</summary>
public sealed class MetricsDraft
{
    /// <summary>Key of the metric that decides.</summary>
    public string Primary { get; set; } = "persuasion";

    /// <summary>Keys of the metrics that must not get worse.</summary>
    public HashSet<string> Guardrails { get; init; } = ["hidden"];

    /// <summary>
    /// By how much each guardrail may get worse, by key: percent of the control's mean if relative, else the metric's unit; 0 for no
    /// margin.
    /// </summary>
    public Dictionary<string, double> Margins { get; init; } = [];

    /// <summary>Whether what shoppers did before adjusts the primary metric (CUPED).</summary>
    public bool Adjusted { get; set; } = true;

    /// <summary>Percent of the shoppers who are asked a question.</summary>
    public double AskedPercent { get; set; } = 40;
    public MultipleExposure InTwoArms { get; set; }

    /// <summary>The metric that decides; null for a key that is none.</summary>
    public Metric? Chosen => StandardMetrics.All.FirstOrDefault(metric => metric.Key == Primary);

    /// <summary>Whether it is an answer, which only some of the shoppers give.</summary>
    public bool IsAnswer => Chosen?.Counts.IsAnswer() == true;

    /// <summary>Keys of the guardrails, in the order of the metrics.</summary>
    public IReadOnlyList<string> GuardrailKeys => [.. StandardMetrics.All.Select(metric => metric.Key).Where(Guardrails.Contains)];

    /// <summary>The margins as a design has them.</summary>
    public IReadOnlyDictionary<string, double> DesignMargins => StandardMetrics.All
        .Where(metric => Guardrails.Contains(metric.Key) && Margins.GetValueOrDefault(metric.Key) != 0)
        .ToDictionary(metric => metric.Key, metric => Margins[metric.Key] / MarginUnit(metric));

    public static MetricsDraft Of(ExperimentDesign design) => new()
    {
        Primary = design.PrimaryMetric, Guardrails = [.. design.Guardrails],
        Margins = StandardMetrics.All.Where(metric => design.GuardrailMargins.ContainsKey(metric.Key))
            .ToDictionary(metric => metric.Key, metric => Math.Round(design.GuardrailMargins[metric.Key] * MarginUnit(metric), 10)),
        Adjusted = design.Adjusted, AskedPercent = Math.Round(100 * design.AskedShare, 10), InTwoArms = design.InTwoArms,
    };

    private static double MarginUnit(Metric metric) => metric.Difference == DifferenceKind.Relative ? 100 : 1;
}
