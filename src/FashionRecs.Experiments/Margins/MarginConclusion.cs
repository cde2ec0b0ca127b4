using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Margins;

/// <summary>Says in plain words what the margins show.</summary>
internal static class MarginConclusion
{
    /// <summary>
    /// What is shown of the primary metric: all arms where it was asked for, else only those of which a difference that matters can be
    /// ruled out.
    /// </summary>
    public static IEnumerable<string> OfPrimary(MetricResult primary, PrimaryQuestion question)
    {
        var judged = Judged(primary);
        if (judged.Length == 0)
        {
            return [];
        }

        var margin = Of(judged[0].Margin!.Margin, primary);
        var name = primary.Metric.Name;
        return question switch
        {
            PrimaryQuestion.Equivalence => Split(judged, arm => arm.Margin!.IsEquivalent,
                arms => $"Equivalent to the control in \"{name}\", the difference being smaller than {margin} either way: {arms}.",
                arms => $"Equivalence with the control in \"{name}\" within {margin} has not been shown for {arms}."),
            PrimaryQuestion.NonInferiority => Split(judged, arm => arm.Margin!.IsNonInferior,
                arms => $"Not worse than the control in \"{name}\" by {margin} or more: {arms}.",
                arms => $"Not being worse than the control in \"{name}\" by {margin} or more has not been shown for {arms}."),
            PrimaryQuestion.Difference => Split([.. judged.Where(arm => arm.Margin!.IsEquivalent)], _ => true,
                arms => $"For {arms} a difference of {margin} or more, the smallest worth finding, can be ruled out.", _ => ""),
        };
    }

    /// <summary>What is shown of a guardrail with a margin.</summary>
    public static IEnumerable<string> OfGuardrail(MetricResult guardrail)
    {
        var judged = Judged(guardrail);
        return judged.Length == 0 ? [] : Split(judged, arm => arm.Margin!.IsNonInferior,
            arms => $"The guardrail \"{guardrail.Metric.Name}\" holds with {arms}: "
                + $"not worse by {Of(judged[0].Margin!.Margin, guardrail)} or more.",
            arms => $"The guardrail \"{guardrail.Metric.Name}\" is not shown to hold with {arms}.");
    }

    private static ArmResult[] Judged(MetricResult result) => [.. result.Arms.Where(arm => arm.Margin is not null)];

    private static IEnumerable<string> Split(ArmResult[] arms, Func<ArmResult, bool> shown, Func<string, string> yes,
        Func<string, string> no)
    {
        foreach (var (holds, say) in new[] { (true, yes), (false, no) })
        {
            if (arms.Where(arm => shown(arm) == holds).ToArray() is { Length: > 0 } some)
            {
                yield return say(Conclusion.Named(some, "and"));
            }
        }
    }

    private static string Of(double margin, MetricResult result) =>
        Conclusion.Amount(margin, result).TrimStart('+') + (result.Metric.Difference == DifferenceKind.Relative ? " of its value" : "");
}
