using FashionRecs.Core.Experiments.Health;
using FashionRecs.Core.Experiments.Statistics;

namespace FashionRecs.Core.Experiments.Results;

/// <summary>Says in plain words what can and cannot be concluded.</summary>
internal static class Conclusion
{
    public static string Of(
        IReadOnlyList<HealthFinding> health, MetricResult primary, IReadOnlyList<MetricResult> guardrails, ResultsSettings settings, long plannedPerArm)
    {
        if (health.Where(finding => finding.Level == HealthLevel.Alarm).ToArray() is { Length: > 0 } alarms)
        {
            return $"Nothing can be concluded: {string.Join(" ", alarms.Select(alarm => alarm.Text))}";
        }

        var smallest = primary.Arms.Min(arm => arm.Units);
        var sentences = primary.Arms.Skip(1).Select(arm => Sentence(arm, primary, settings)).ToList();
        sentences.AddRange(guardrails.SelectMany(metric => metric.Arms.Where(arm => Worse(metric, arm)).Select(arm =>
            $"The guardrail \"{metric.Metric.Name}\" is worse with '{arm.Arm}'.")));
        if (!settings.Comparison.Sequential && smallest < plannedPerArm)
        {
            sentences.Add($"The interval is meant for one look at {plannedPerArm} units per arm; there are {smallest}, so this look must not decide.");
        }
        else if (smallest < plannedPerArm)
        {
            sentences.Add($"The smallest arm has {smallest} of {plannedPerArm} planned units.");
        }

        return string.Join(" ", sentences);
    }

    private static string Sentence(ArmResult arm, MetricResult metric, ResultsSettings settings)
    {
        if (arm.Comparison is not { } comparison)
        {
            return $"'{arm.Arm}': {arm.NotYet}";
        }

        var range = $"{Amount(comparison.Low, metric)} to {Amount(comparison.High, metric)}";
        var level = FormattableString.Invariant($"{100 * (1 - settings.Comparison.Alpha):0.##} %");
        return arm.IsSure
            ? $"'{arm.Arm}' changes \"{metric.Metric.Name}\" by {Amount(comparison.Effect, metric)} ({level} interval {range}), which is {(Better(metric, comparison) ? "better" : "worse")} than the control."
            : $"No difference between '{arm.Arm}' and the control in \"{metric.Metric.Name}\" has been shown; {range} would all fit the data ({level} interval), which is not proof that there is none.";
    }

    private static string Amount(double value, MetricResult metric) => metric.Metric.Difference == DifferenceKind.Relative
        ? FormattableString.Invariant($"{100 * value:+0.0;−0.0;0.0} %")
        : FormattableString.Invariant($"{value:+0.###;−0.###;0}");

    private static bool Better(MetricResult metric, Comparison comparison) => comparison.ChanceToWin > 0.5 != metric.Metric.LessIsBetter;

    private static bool Worse(MetricResult metric, ArmResult arm) => arm is { Comparison: { } comparison, IsSure: true } && !Better(metric, comparison);
}
