using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Questions;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Web.Research.Design;

/// <summary>A design while it is typed in; percents where people think in percents.</summary>
public sealed class DesignDraft
{
    public string Key { get; set; } = "";
    public string Hypothesis { get; set; } = "";

    /// <summary>Rules for leaving out observations beyond the shop's own.</summary>
    public string Exclusions { get; set; } = "";

    /// <summary>What else is preregistered.</summary>
    public string OtherPlans { get; set; } = "";
    /// <summary>How participants with links take part; null where shoppers do.</summary>
    public LabDraft? Lab { get; set; }
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

    /// <summary>The factors of a 2×2 design; null for another.</summary>
    public FactorPair? Factors { get; set; }

    public string PrimaryMetric { get; set; } = "persuasion";
    public HashSet<string> Guardrails { get; } = ["hidden"];

    /// <summary>
    /// By how much each guardrail may get worse, by key: percent of the control's mean if relative, else the metric's unit; 0 for no
    /// margin.
    /// </summary>
    public Dictionary<string, double> GuardrailMargins { get; } = [];

    /// <summary>What the primary metric is to show.</summary>
    public PrimaryQuestion Question { get; set; }

    public double Alpha { get; set; } = 0.05;
    public LookRule Looks { get; set; }
    public bool Sequential => Looks == LookRule.Always;

    /// <summary>How many looks are planned, where they are.</summary>
    public int PlannedLooks { get; set; } = 5;
    public AlphaSpending Spending { get; set; }

    /// <summary>Shoppers in two arms at which the interval for every look is tightest; null for the planned number.</summary>
    public double? Tuning { get; set; }
    public bool Adjusted { get; set; } = true;
    public double AskedPercent { get; set; } = 40;
    public MultipleExposure InTwoArms { get; set; }

    /// <summary>Expected value of the control: percent for a proportion, else the metric's unit.</summary>
    public double Baseline { get; set; } = 10;

    /// <summary>Smallest effect worth finding: percent of the baseline if relative, else the metric's unit.</summary>
    public double SmallestEffect { get; set; } = 10;
    public double PowerPercent { get; set; } = 80;
    public double Deviation { get; set; } = 1;

    /// <summary>Of those who are asked, percent that answer.</summary>
    public double AnswerPercent { get; set; } = 60;

    /// <summary>Correlation of the primary metric with earlier behaviour, as far as it is known.</summary>
    public double Correlation { get; set; }

    /// <summary>New shoppers a day; null where it is not known.</summary>
    public double? PerDay { get; set; }

    public Metric? Metric => StandardMetrics.All.FirstOrDefault(metric => metric.Key == PrimaryMetric);

    /// <summary>Whether the primary metric is an answer, which only some of the shoppers give.</summary>
    public bool IsAnswer => Metric?.Counts.IsAnswer() == true;

    /// <summary>
    /// How the arms will be compared; the sequential interval is tightest at the planned number of shoppers unless another was chosen.
    /// </summary>
    public ComparisonSettings Comparison
    {
        get
        {
            var settings =
                new ComparisonSettings { Alpha = Alpha, Sequential = Sequential,
                Group = Looks == LookRule.Planned ? new GroupPlan(Spending, Math.Clamp(PlannedLooks, 2, GroupPlan.MostLooks)) : null,
                Difference = Metric?.Difference ?? DifferenceKind.Relative };
            for (var round = 0; Sequential && Tuning is null && round < 6; round++)
            {
                // The number of shoppers depends on where the interval is tightest, a little; a few rounds settle both.
                settings = Plan.Size(PlannedArms, settings, LeastUnits, out _) is { } size
                    ? settings with { Tuning =
                        Math.Max(2,
                        Math.Round(
                        CountedShare * (size.PerArm[0] + size.PerArm.Skip(1).Where(units => units > 0).DefaultIfEmpty(1).Min()))) }
                    : settings;
            }

            return Tuning is { } chosen ? settings with { Tuning = chosen } : settings;
        }
    }

    /// <summary>Share of the shoppers who have a value: of answers, those who are asked this question and answer.</summary>
    private double CountedShare => IsAnswer ? AskedPercent / 100 / Enum.GetValues<SampledQuestion>().Length * AnswerPercent / 100 : 1;

    private Arm[] PlannedArms => [.. Arms.Select(arm => arm.ToArm())];

    private static int LeastUnits => new ResultsSettings().LeastUnits;

    public SizePlan Plan => new(
        Metric?.Kind ?? MetricKind.Proportion,
        Metric?.Kind == MetricKind.Proportion ? Baseline / 100 : Baseline,
        (Metric?.Difference ?? DifferenceKind.Relative) == DifferenceKind.Relative ? SmallestEffect / 100 : SmallestEffect,
        PowerPercent / 100, Deviation)
    {
        Question = Question,
        CountedShare = CountedShare,
        Correlation = Adjusted && Metric?.Kind != MetricKind.Ratio ? Correlation : 0,
    };

    /// <summary>The planned size; null with one sentence where there is none.</summary>
    public PlannedSize? Size(out string? problem)
    {
        problem = Metric is { } metric ? BaselineCheck.Problem(metric, Plan) : null;
        return problem is null ? Plan.Size(PlannedArms, Comparison, LeastUnits, out problem) : null;
    }

    /// <summary>The planned size as experiments to try it out with.</summary>
    public PowerPlan PowerPlan(PlannedSize size, int experiments) => new()
    {
        Weights = [.. Arms.Select(arm => arm.Percent / 100)], Units = (long)(size.Units * CountedShare), Kind = Plan.Kind,
        Baseline = Plan.Baseline,
        Effect = Plan.SmallestEffect, Deviation = Deviation, Correlation = Plan.Correlation, Settings = Comparison,
        Experiments = experiments,
        Scale = IsAnswer && Metric is { Least: { } least, Most: { } most } ? ((int)least, (int)most) : null,
    };

    /// <summary>Begins to plan with another primary metric: the figures of the one before mean nothing for it.</summary>
    public void Choose(string metric)
    {
        PrimaryMetric = metric;
        Guardrails.Remove(metric);
        if (Metric is { Typical: var typical } chosen)
        {
            Take(chosen, typical.Baseline, typical.Deviation);
            SmallestEffect =
                Math.Round(chosen.Difference == DifferenceKind.Relative ? 100 * typical.SmallestEffect : typical.SmallestEffect, 10);
            (Correlation, AnswerPercent) = (0, 60);
        }
    }

    /// <summary>Plans with what an earlier experiment found.</summary>
    /// <param name="past">The figures of its control.</param>
    /// <param name="askedShare">Share of its shoppers who were asked anything.</param>
    public void Take(PastFigures past, double askedShare)
    {
        if (Metric is not { } metric)
        {
            return;
        }

        Take(metric, past.Baseline, past.Deviation);
        (Correlation, PerDay) = (Math.Round(past.Correlation, 3), Math.Round(past.UnitsPerDay, 1));
        if (IsAnswer && askedShare > 0)
        {
            AnswerPercent = Math.Round(Math.Min(100, 100 * past.CountedShare * Enum.GetValues<SampledQuestion>().Length / askedShare), 1);
        }
    }

    private void Take(Metric metric, double baseline, double deviation) =>
        (Baseline, Deviation) = (Math.Round(metric.Kind == MetricKind.Proportion ? 100 * baseline : baseline, 3), Math.Round(deviation, 3));

    public ExperimentDesign ToDesign() => Lab is { } lab ? LabDesign(lab) : new()
    {
        Hypothesis = Hypothesis.Trim(),
        Exclusions = Exclusions.Trim(),
        OtherPlans = OtherPlans.Trim(),
        Surface = Surface,
        Audience = Audience,
        Coverage = CoveragePercent / 100,
        Slot = string.IsNullOrWhiteSpace(Layer) ? null : new LayerSlot(Layer.Trim(), new BucketRange(LayerFrom / 100, LayerTo / 100)),
        Arms = [.. Arms.Select(arm => arm.ToArm())],
        PrimaryMetric = PrimaryMetric,
        Guardrails = [.. StandardMetrics.All.Select(metric => metric.Key).Where(Guardrails.Contains)],
        GuardrailMargins = StandardMetrics.All
            .Where(metric => Guardrails.Contains(metric.Key) && GuardrailMargins.GetValueOrDefault(metric.Key) != 0)
            .ToDictionary(metric => metric.Key, metric => GuardrailMargins[metric.Key] / MarginUnit(metric)),
        Factors = Factors,
        Comparison = Comparison,
        Adjusted = Adjusted,
        AskedShare = AskedPercent / 100,
        InTwoArms = InTwoArms,
        Plan = Plan,
        PlannedPerArm = Size(out _)?.Counted ?? 0,
        PlannedUnits = Size(out _)?.Units ?? 0,
    };

    private ExperimentDesign LabDesign(LabDraft lab) => new()
    {
        Hypothesis = Hypothesis.Trim(), Exclusions = Exclusions.Trim(), OtherPlans = OtherPlans.Trim(), Surface = Surface,
        Arms = [.. Arms.Select(arm => arm.ToArm() with { Weight = 1.0 / Arms.Count, Cell = null })],
        PrimaryMetric = PrimaryMetric, Comparison = new ComparisonSettings { Alpha = Alpha, Sequential = false },
        Adjusted = false, AskedShare = 0, Lab = lab.ToPlan(), PlannedUnits = lab.Participants,
        PlannedPerArm = lab.Within ? lab.Participants : lab.Participants / Math.Max(1, Arms.Count),
    };

    /// <summary>Takes the arms of a 2×2 design; null goes back to arms without factors.</summary>
    public void Cross(FactorPreset? preset)
    {
        Factors = preset?.Factors;
        if (preset is null)
        {
            Arms.ForEach(arm => arm.Cell = null);
            return;
        }

        Arms.Clear();
        Arms.AddRange(preset.Arms.Select(ArmDraft.Of));
    }

    private static double MarginUnit(Metric metric) => metric.Difference == DifferenceKind.Relative ? 100 : 1;

    public static DesignDraft Of(string key, ExperimentDesign design)
    {
        var draft = new DesignDraft
        {
            Key = key, Hypothesis = design.Hypothesis, Exclusions = design.Exclusions, OtherPlans = design.OtherPlans,
            Surface = design.Surface, Audience = design.Audience, CoveragePercent = 100 * design.Coverage,
            Layer = design.Slot?.Layer ?? "", LayerFrom = 100 * (design.Slot?.Range.Start ?? 0),
            LayerTo = 100 * (design.Slot?.Range.End ?? 1),
            PrimaryMetric = design.PrimaryMetric, Alpha = design.Comparison.Alpha,
            Looks = design.Comparison switch
            {
                { Group: not null } => LookRule.Planned,
                { Sequential: true } => LookRule.Always,
                _ => LookRule.Once,
            },
            PlannedLooks = design.Comparison.Group?.Looks ?? 5, Spending = design.Comparison.Group?.Spending ?? AlphaSpending.OBrienFleming,
            Tuning = design.Comparison.Tuning,
            Factors = design.Factors, Question = design.Question,
            Lab = design.Lab is { } lab ? LabDraft.Of(lab) : null,
            Adjusted = design.Adjusted, AskedPercent = Math.Round(100 * design.AskedShare, 10), InTwoArms = design.InTwoArms,
        };
        draft.Arms.Clear();
        draft.Arms.AddRange(design.Arms.Select(ArmDraft.Of));
        draft.Guardrails.Clear();
        draft.Guardrails.UnionWith(design.Guardrails);
        foreach (var metric in StandardMetrics.All.Where(metric => design.GuardrailMargins.ContainsKey(metric.Key)))
        {
            draft.GuardrailMargins[metric.Key] = Math.Round(design.GuardrailMargins[metric.Key] * MarginUnit(metric), 10);
        }

        if (design.Plan is { } plan)
        {
            draft.Baseline = Math.Round(plan.Kind == MetricKind.Proportion ? 100 * plan.Baseline : plan.Baseline, 10);
            draft.SmallestEffect =
                Math.Round(design.Comparison.Difference == DifferenceKind.Relative ? 100 * plan.SmallestEffect : plan.SmallestEffect, 10);
            (draft.PowerPercent, draft.Deviation, draft.Correlation) = (Math.Round(100 * plan.Power, 10), plan.Deviation, plan.Correlation);
            draft.AnswerPercent = draft.IsAnswer && design.AskedShare > 0
                ? Math.Round(100 * plan.CountedShare * Enum.GetValues<SampledQuestion>().Length / design.AskedShare, 6)
                    : draft.AnswerPercent;
        }

        return draft;
    }
}
