using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Design;

/// <summary>A design while it is typed in; percents where people think in percents.</summary>
public sealed class DesignDraft
{
    public string Key { get; set; } = "";
    public string Hypothesis { get; set; } = "";
    public ExplanationSurface Surface { get; set; }
    public Audience Audience { get; set; }
    public double CoveragePercent { get; set; } = 100;
    public string Layer { get; set; } = "";
    public double LayerFrom { get; set; }
    public double LayerTo { get; set; } = 100;

    public List<ArmDraft> Arms { get; } =
    [
        new() { Key = "control", Percent = 50, View = new WordsOnly() },
        new() { Key = "treatment", Percent = 50, View = new BoxWithWords() },
    ];

    public string PrimaryMetric { get; set; } = "persuasion";
    public HashSet<string> Guardrails { get; } = ["hidden"];
    public double Alpha { get; set; } = 0.05;
    public bool Sequential { get; set; } = true;
    public double Tuning { get; set; } = 5000;
    public bool Adjusted { get; set; } = true;
    public double AskedPercent { get; set; } = 40;

    /// <summary>Expected value of the control: percent for a proportion, else the metric's unit.</summary>
    public double Baseline { get; set; } = 10;

    /// <summary>Smallest effect worth finding: percent of the baseline if relative, else the metric's unit.</summary>
    public double SmallestEffect { get; set; } = 10;
    public double PowerPercent { get; set; } = 80;
    public double Deviation { get; set; } = 1;

    public Metric? Metric => StandardMetrics.All.FirstOrDefault(metric => metric.Key == PrimaryMetric);

    public ComparisonSettings Comparison => new() { Alpha = Alpha, Sequential = Sequential, Tuning = Tuning, Difference = Metric?.Difference ?? DifferenceKind.Relative };

    public SizePlan Plan => new(
        Metric?.Kind ?? MetricKind.Proportion,
        Metric?.Kind == MetricKind.Proportion ? Baseline / 100 : Baseline,
        Comparison.Difference == DifferenceKind.Relative ? SmallestEffect / 100 : SmallestEffect,
        PowerPercent / 100, Deviation);

    public ExperimentDesign ToDesign() => new()
    {
        Hypothesis = Hypothesis.Trim(),
        Surface = Surface,
        Audience = Audience,
        Coverage = CoveragePercent / 100,
        Slot = string.IsNullOrWhiteSpace(Layer) ? null : new LayerSlot(Layer.Trim(), new BucketRange(LayerFrom / 100, LayerTo / 100)),
        Arms = [.. Arms.Select(arm => arm.ToArm())],
        PrimaryMetric = PrimaryMetric,
        Guardrails = [.. StandardMetrics.All.Select(metric => metric.Key).Where(Guardrails.Contains)],
        Comparison = Comparison,
        Adjusted = Adjusted,
        AskedShare = AskedPercent / 100,
        Plan = Plan,
        PlannedPerArm = Plan.UnitsPerArm(Comparison, out _) ?? 0,
    };

    public static DesignDraft Of(string key, ExperimentDesign design)
    {
        var draft = new DesignDraft
        {
            Key = key, Hypothesis = design.Hypothesis, Surface = design.Surface, Audience = design.Audience, CoveragePercent = 100 * design.Coverage,
            Layer = design.Slot?.Layer ?? "", LayerFrom = 100 * (design.Slot?.Range.Start ?? 0), LayerTo = 100 * (design.Slot?.Range.End ?? 1),
            PrimaryMetric = design.PrimaryMetric, Alpha = design.Comparison.Alpha, Sequential = design.Comparison.Sequential, Tuning = design.Comparison.Tuning,
            Adjusted = design.Adjusted, AskedPercent = Math.Round(100 * design.AskedShare, 10),
        };
        draft.Arms.Clear();
        draft.Arms.AddRange(design.Arms.Select(ArmDraft.Of));
        draft.Guardrails.Clear();
        draft.Guardrails.UnionWith(design.Guardrails);
        if (design.Plan is { } plan)
        {
            draft.Baseline = Math.Round(plan.Kind == MetricKind.Proportion ? 100 * plan.Baseline : plan.Baseline, 10);
            draft.SmallestEffect = Math.Round(design.Comparison.Difference == DifferenceKind.Relative ? 100 * plan.SmallestEffect : plan.SmallestEffect, 10);
            (draft.PowerPercent, draft.Deviation) = (Math.Round(100 * plan.Power, 10), plan.Deviation);
        }

        return draft;
    }
}
