using System.Globalization;
using FashionRecs.Domain.Text;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lab;

/// <summary>Says what a study with participants shows and does not show.</summary>
internal static class LabConclusion
{
    public static string Of(LabPlan plan, LabCount count, LabMeasureResult primary, ExperimentDesign design)
    {
        var alpha = design.Comparison.Alpha;
        var sure = primary.Comparisons.Where(found => found.CorrectedPValue < alpha).ToArray();
        string[] parts =
        [
            count.Finished < plan.Participants
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{count.Finished} of {plan.Participants} planned participants have finished, so nothing is decided yet. So far: ")
                : "",
            primary.Comparisons.Count == 0 ? "nobody can be compared with the control."
                : sure.Length == 0 ? $"no arm differs from the control in \"{primary.Measure.Name}\" for sure, which is not proof "
                    + $"that none does."
                : $"{Phrases.List(sure.Select(found => $"'{found.Arm}' is {Way(found, primary.Measure)} than the control"))} in "
                    + $"\"{primary.Measure.Name}\".",
        ];
        var said = string.Concat(parts);
        var hopeless = primary.Comparisons.Where(found => primary.Comparisons.Count * found.SmallestPValue >= alpha).ToArray();
        return char.ToUpperInvariant(said[0]) + said[1..] + (hopeless.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" So few people cannot show a difference at all: no corrected p-value of theirs can be below "
                + $"{primary.Comparisons.Count * hopeless.Max(found => found.SmallestPValue):0.###}."));
    }

    private static string Way(LabComparison found, LabMeasure measure) => measure.Direction switch
    {
        MetricDirection.HigherIsBetter => found.Difference > 0 ? "better" : "worse",
        MetricDirection.LowerIsBetter => found.Difference < 0 ? "better" : "worse",
        _ => found.Difference > 0 ? "higher" : "lower",
    };
}
