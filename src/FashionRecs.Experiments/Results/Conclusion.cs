using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>Says in plain words what can and cannot be concluded.</summary>
internal static class Conclusion
{
    public static string Of(
        IReadOnlyList<HealthFinding> health, MetricResult primary, IReadOnlyList<MetricResult> guardrails, ResultsSettings settings,
        ExperimentDesign design)
    {
        var plannedPerArm = design.PlannedPerArm;
        if (health.Where(finding => finding.Level == HealthLevel.Alarm).ToArray() is { Length: > 0 } alarms)
        {
            return $"Nothing can be concluded: {string.Join(" ", alarms.Select(alarm => alarm.Text))}";
        }

        var smallest = primary.Arms.Min(arm => arm.Units);
        // One sentence for all arms of which the same is to be said.
        var compared = primary.Arms.Skip(1).Where(arm => arm.Comparison is not null).ToArray();
        var sentences = MarginConclusion.OfPrimary(primary, design.Question).ToList();
        sentences.AddRange(compared.Where(arm => arm.IsSure).Select(arm => Sure(arm, primary, settings)));
        if (compared.Where(arm => !arm.IsSure).ToArray() is { Length: > 0 } unsure)
        {
            sentences.Add(Unsure(unsure, primary, settings));
        }

        sentences.AddRange(primary.Arms.Skip(1).Where(arm => arm.Comparison is null).GroupBy(arm => arm.NotYet)
            .Select(arms => $"{Named(arms, "and")}: {arms.Key}"));
        sentences.AddRange(guardrails.Select(metric => (metric, Arms: metric.Arms.Where(arm => Worse(metric, arm)).ToArray()))
            .Where(pair => pair.Arms.Length > 0).Select(pair =>
            $"The guardrail \"{pair.metric.Metric.Name}\" is worse with {Named(pair.Arms, "and")}."));
        sentences.AddRange(guardrails.SelectMany(MarginConclusion.OfGuardrail));
        if (settings.Comparison.Group is { } plan)
        {
            sentences.Add(plan.Reached == plan.Looks ? "This is the last planned look."
                : $"{plan.Reached} of {plan.Looks} planned looks were reached; the intervals hold at all of them together.");
        }
        else if (!settings.Comparison.Sequential && smallest < plannedPerArm)
        {
            sentences.Add(
                $"The interval is meant for one look at {plannedPerArm} units per arm; there are {smallest}, "
                + "so this look must not decide.");
        }
        else if (smallest < plannedPerArm)
        {
            sentences.Add($"The smallest arm has {smallest} of {plannedPerArm} planned units.");
        }

        return string.Join(" ", sentences);
    }

    private static string Sure(ArmResult arm, MetricResult metric, ResultsSettings settings) =>
        $"'{arm.Arm}' changes \"{metric.Metric.Name}\" by {Amount(arm.Comparison!.Effect, metric)} ({Level(settings)} interval "
            + $"{Range(arm, metric)}), {Verdict(metric, arm.Comparison)}.";

    private static string Unsure(IReadOnlyList<ArmResult> arms, MetricResult metric, ResultsSettings settings)
    {
        var fits = string.Join(", ", arms.Select(arm => arms.Count == 1 ? Range(arm, metric) : $"'{arm.Arm}' {Range(arm, metric)}"));
        return $"No difference between {Named(arms, "or")} and the control in \"{metric.Metric.Name}\" has been shown; {fits} would all "
            + $"fit the data ({Level(settings)} {(arms.Count == 1 ? "interval" : "intervals")}), which is not proof that there is none.";
    }

    /// <summary>Arms by name.</summary>
    internal static string Named(IEnumerable<ArmResult> arms, string last) => Phrases.List(arms.Select(arm => $"'{arm.Arm}'"), last);

    private static string Range(ArmResult arm, MetricResult metric) =>
        $"{Amount(arm.CorrectedLow ?? arm.Comparison!.Low, metric)} to {Amount(arm.CorrectedHigh ?? arm.Comparison!.High, metric)}";

    private static string Level(ResultsSettings settings) => FormattableString.Invariant($"{100 * (1 - settings.Comparison.Alpha):0.##} %");

    /// <summary>An effect in the metric's kind of difference.</summary>
    internal static string Amount(double value, MetricResult metric) => metric.Metric.Difference == DifferenceKind.Relative
        ? FormattableString.Invariant($"{100 * value:+0.0;−0.0;0.0} %")
        : FormattableString.Invariant($"{value:+0.###;−0.###;0}");

    private static string Verdict(MetricResult metric, Comparison comparison) => metric.Metric.Direction == MetricDirection.Neither
        ? "of which neither direction is better"
        : $"which is {(comparison.ChanceToWin > 0.5 ? "better" : "worse")} than the control";

    private static bool Worse(MetricResult metric, ArmResult arm) =>
        metric.Metric.Direction != MetricDirection.Neither && arm is { Comparison.ChanceToWin: <= 0.5, IsSure: true };
}
