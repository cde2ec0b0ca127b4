using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Margins;

/// <summary>Judges every arm of a metric by a margin.</summary>
public static class MarginComparison
{
    /// <summary>The arms with their margin's result; unchanged where there is no margin or no comparison.</summary>
    /// <param name="result">The metric over all arms.</param>
    /// <param name="margin">Above 0, in the effect's unit; null for none.</param>
    /// <param name="settings">The settings that it was compared with.</param>
    /// <param name="overArms">
    /// Whether p-values are corrected by Holm over the arms, as where one arm that passes is enough. Guardrails have to hold all at once,
    /// which needs no correction (Berger, "Multiparameter Hypothesis Testing and Acceptance Sampling", Technometrics 1982).
    /// </param>
    public static MetricResult Of(MetricResult result, double? margin, ResultsSettings settings, bool overArms)
    {
        if (margin is not > 0)
        {
            return result;
        }

        var comparison = settings.Comparison with { Difference = result.Metric.Difference, Direction = result.Metric.Direction };
        var compared = result.Arms.Where(arm => arm.Comparison is not null).ToArray();
        var notWorse = Corrected(arm => MarginTest.NonInferiority(arm.Comparison!, margin.Value, comparison));
        var alike = Corrected(arm => MarginTest.Equivalence(arm.Comparison!, margin.Value, comparison));
        var alpha = comparison.Alpha / (overArms ? Math.Max(1, compared.Length) : 1);
        var results = compared.Select((arm, at) =>
        {
            var (low, high) = ArmComparison.Interval(arm.Comparison!, comparison, MarginTest.IntervalLevel(comparison, alpha));
            return (arm.Arm, Result: new MarginResult(margin.Value, notWorse[at], alike[at]!.Value, low, high)
            {
                IsNonInferior = notWorse[at] < comparison.Alpha, IsEquivalent = alike[at] < comparison.Alpha,
            });
        }).ToDictionary(pair => pair.Arm, pair => pair.Result);
        return result with { Arms = [.. result.Arms.Select(arm => arm with { Margin = results.GetValueOrDefault(arm.Arm) })] };

        double?[] Corrected(Func<ArmResult, double?> test)
        {
            var chances = compared.Select(test).ToArray();
            return overArms && chances.All(chance => chance is not null)
                ? [.. PValueCorrection.Holm([.. chances.Select(chance => chance!.Value)]).Select(chance => (double?)chance)]
                : chances;
        }
    }
}
