using System.Globalization;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>What a design decides, in sentences.</summary>
internal sealed class PreregistrationText(ExperimentDesign design)
{
    private readonly Metric? primary = StandardMetrics.All.FirstOrDefault(metric => metric.Key == design.PrimaryMetric);

    public string Outcome => primary is null ? design.PrimaryMetric : string.Create(CultureInfo.InvariantCulture,
        $"Primary: {primary.Name} ({Way(primary)}), counted up to {primary.Window.TotalDays:0} days after a shopper first saw their arm "
            + $"and not after the phase has ended. Guardrails: {Guardrails}.");

    public string Conditions =>
        $"{design.Arms.Count} arms, the first of them the control: "
            + $"{Phrases.List(design.Arms.Select(arm => string.Create(CultureInfo.InvariantCulture, $"{arm.Key} ({arm.View?.Name}, {100 * arm.Weight:0.##} %)")))}. "
        + (design.Factors is { } factors
            ? $"A 2×2 design of {factors.First.Name} ({factors.First.Low}, {factors.First.High}) and {factors.Second.Name} "
                + $"({factors.Second.Low}, {factors.Second.High}). " : "")
        + $"Place: {Place}. Ranking: {ArmRankings.InWords(design.Arms) ?? "the same in all arms"}.";

    public string Analysis => string.Create(CultureInfo.InvariantCulture,
        $"Each arm is compared with the control on the {(primary?.Difference == DifferenceKind.Absolute ? "absolute" : "relative")} "
            + $"difference of the primary metric, ")
        + (design.Comparison.Group is { } plan
            ? string.Create(CultureInfo.InvariantCulture,
                $"at {plan.Looks} planned looks with group-sequential bounds by {Spending(plan.Spending)} alpha spending (alpha "
                    + $"{design.Comparison.Alpha}) and repeated confidence intervals")
            : design.Comparison.Sequential
            ? string.Create(CultureInfo.InvariantCulture,
                $"with asymptotic confidence sequences that hold at every look (alpha {design.Comparison.Alpha}, tuning "
                    + $"{design.Comparison.Tuning:0})")
            : FormattableString.Invariant($"with Welch's two-sided t-test at one look at the end (alpha {design.Comparison.Alpha})"))
        + (IsOneComparison ? ". " : ", p-values corrected by Holm over the arms. ")
        + (design.Adjusted && primary?.Kind != MetricKind.Ratio
            ? "The metric is adjusted by likes and bags of the 28 days before the phase (CUPED)." : "No adjustment by earlier behaviour.")
        + " Ratios by the delta method.";

    public string Inference =>
        Target + string.Create(CultureInfo.InvariantCulture,
        $"An arm differs where its {(IsOneComparison ? "" : "corrected ")}p-value is below {design.Comparison.Alpha}; guardrails are "
            + $"corrected together by Holm.")
        + (design.GuardrailMargins.Count > 0
            ? " A guardrail with a margin holds where a one-sided test shows that it is not worse by it." : "")
        + (design.Factors is null ? "" : " Main effects and the interaction are corrected together by Holm.");

    public string Exclusions =>
        "Shoppers who do more than 60 deliberate things within a minute, or 5,000 in all, are taken for bots and kept out. "
        + (design.InTwoArms == MultipleExposure.KeepOut ? "Shoppers seen in two arms are kept out. "
            : "Shoppers seen in two arms count in the one they saw first. ")
        + "Seconds and times switched are winsorized at the 99th percentile of the values above zero, over all arms. "
        + (design.Exclusions.Length > 0 ? design.Exclusions : "No other exclusions.");

    public string Size =>
        string.Create(CultureInfo.InvariantCulture,
        $"{(design.PlannedUnits > 0 ? $"{design.PlannedUnits:#,0} shoppers in all, " : "")}{design.PlannedPerArm:#,0} that count for the "
            + $"primary metric in the smallest arm.");

    public string Rationale => design.Plan is not { } plan ? "Set by other means than a power calculation."
        : string.Create(CultureInfo.InvariantCulture,
            $"Power {100 * plan.Power:0.#} % {(plan.Question == PrimaryQuestion.Difference ? "to find an effect of" : "with a margin of")} "
                + $"{Effect(plan)}, where the control's value is {Baseline(plan)}")
            + (IsOneComparison ? "." : ", after Holm's correction over the arms.")
            + (plan.CountedShare < 1
                ? FormattableString.Invariant($" {100 * plan.CountedShare:0.#} % of the shoppers are expected to have a value.") : "")
            + (plan.Correlation != 0
                ? FormattableString.Invariant($" The correlation with earlier behaviour is taken to be {plan.Correlation:0.###}.") : "");

    public string Stopping => design.Comparison.Group is { } plan
        ? $"At the first of {plan.Looks} planned looks, at equal steps up to the planned size, at which a bound is crossed, else at the "
            + "last; the reason is written down."
        : design.Comparison.Sequential
        ? "At the planned size, or earlier where the interval for every look excludes zero or a guardrail is surely worse; the reason is "
            + "written down."
        : "At the planned size; no look before it decides.";

    public string Procedure =>
        string.Create(CultureInfo.InvariantCulture,
        $"Online, {Audience}, {100 * design.Coverage:0.##} % of the "
            + $"traffic{(design.Slot is { } slot ? $", layer {slot.Layer} from {100 * slot.Range.Start:0.##} to {100 * slot.Range.End:0.##} %" : "")}. {100 * design.AskedShare:0.##} % of the shoppers are asked one question.");

    public string Exploratory => "All other metrics, corrected by Benjamini and Hochberg, and segments; for ideas, not for proof.";

    public string Other => design.OtherPlans.Length > 0 ? design.OtherPlans : "Nothing else.";

    private string Place => design.Surface switch
    {
        ExplanationSurface.Cards => "cards in lists",
        ExplanationSurface.ProductPage => "product pages",
        ExplanationSurface.Everywhere => "cards and product pages",
    };

    private string Audience => design.Audience switch
    {
        Lifecycle.Audience.Everyone => "everybody",
        Lifecycle.Audience.KnownBefore => "shoppers known before the start",
        Lifecycle.Audience.NewSinceStart => "shoppers new since the start",
        Lifecycle.Audience.SignedIn => "signed-in shoppers",
        Lifecycle.Audience.Anonymous => "anonymous shoppers",
    };

    private static string Way(Metric metric) => metric.Direction switch
    {
        MetricDirection.HigherIsBetter => "more is better",
        MetricDirection.LowerIsBetter => "less is better",
        MetricDirection.Neither => "neither way is better",
    };

    /// <summary>Whether one arm alone is compared with the control, so that there is nothing to correct.</summary>
    private bool IsOneComparison => design.Arms.Count == 2;

    private string Effect(SizePlan plan) => primary?.Difference == DifferenceKind.Absolute
        ? FormattableString.Invariant($"{plan.SmallestEffect:0.###}")
        : FormattableString.Invariant($"{100 * plan.SmallestEffect:0.###} % of the control's value");

    private static string Baseline(SizePlan plan) => plan.Kind == MetricKind.Proportion
        ? FormattableString.Invariant($"{100 * plan.Baseline:0.###} %")
        : FormattableString.Invariant($"{plan.Baseline:0.###} and the standard deviation between shoppers {plan.Deviation:0.###}");

    private static string Spending(AlphaSpending spending) => spending switch
    {
        AlphaSpending.OBrienFleming => "O'Brien–Fleming-like",
        AlphaSpending.Pocock => "Pocock-like",
        AlphaSpending.Quadratic => "quadratic",
    };

    private string Guardrails => design.Guardrails.Count == 0 ? "none"
        : Phrases.List(design.Guardrails.Select(key => Names([key])
            + (design.GuardrailMargins.TryGetValue(key, out var margin) ? $" (not worse by {Margin(key, margin)} or more)" : "")));

    private string? Target => design is { Question: not PrimaryQuestion.Difference, SmallestEffect: { } margin }
        ? (design.Question == PrimaryQuestion.Equivalence
            ? "Equivalence with the control is shown by two one-sided tests against a difference of "
                + $"{Margin(design.PrimaryMetric, margin)}. "
            : $"Non-inferiority is shown by a one-sided test against being worse by {Margin(design.PrimaryMetric, margin)}. ")
        : null;

    private static string Margin(string key, double margin) =>
        StandardMetrics.All.FirstOrDefault(metric => metric.Key == key)?.Difference == DifferenceKind.Relative
            ? FormattableString.Invariant($"{100 * margin:0.###} % of the control's value")
            : FormattableString.Invariant($"{margin:0.###}");

    private static string Names(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? "none"
            : Phrases.List(keys.Select(key => StandardMetrics.All.FirstOrDefault(metric => metric.Key == key)?.Name ?? key));
}
