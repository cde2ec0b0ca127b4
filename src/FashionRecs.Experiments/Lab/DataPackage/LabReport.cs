using System.Globalization;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Lab.DataPackage;

/// <summary>Every number of a study's report, unrounded.</summary>
internal static class LabReport
{
    public static IEnumerable<string?[]> Rows(LabResults results) =>
        Figures(results).Where(figure => figure.Value is { } value && double.IsFinite(value))
        .Select(figure => new string?[]
        {
            figure.Section, figure.Metric, figure.Arm, figure.Figure, figure.Value!.Value.ToString("R", CultureInfo.InvariantCulture),
        }).Prepend(["section", "metric", "arm", "figure", "value"]);

    private static IEnumerable<(string Section, string Metric, string Arm, string Figure, double? Value)> Figures(LabResults results)
    {
        var count = results.Count;
        foreach (var (name, value) in new[] { ("links", count.Links), ("agreed", count.Agreed), ("declined", count.Declined),
            ("finished", count.Finished), ("withdrew", count.Withdrew), ("inattentive", count.Inattentive), ("left_out", count.LeftOut),
            ("on_two_devices", count.OnTwoDevices) })
        {
            yield return ("participants", "", "", name, value);
        }

        foreach (var (section, result) in results.Others.Select(other => ("other", other)).Prepend(("primary", results.Primary)))
        {
            foreach (var (part, arm) in result.Arms.Select(arm => (section, arm)).Concat(result.Parts.Select(part => ("part", part))))
            {
                yield return (part, result.Measure.Key, arm.Name, "people", arm.People);
                yield return (part, result.Measure.Key, arm.Name, "mean", arm.Mean);
                yield return (part, result.Measure.Key, arm.Name, "deviation", arm.Deviation);
            }

            foreach (var (arm, name, value) in result.Comparisons.SelectMany(Compared))
            {
                yield return (section, result.Measure.Key, arm, name, value);
            }
        }

        foreach (var found in results.Reliabilities)
        {
            foreach (var (name, value) in new (string, double?)[]
                { ("items", found.Items), ("answers", found.Answers), ("people", found.People) }
                .Concat(Ends("alpha", found.Alpha)).Concat(Ends("omega", found.Omega)))
            {
                yield return ("reliability", found.Scale, "", name, value);
            }
        }
    }

    private static IEnumerable<(string, string, double?)> Compared(LabComparison found) => new (string, double?)[]
        {
            ("control_people", found.Control), ("compared_people", found.Treatment), ("difference", found.Difference),
            ("effect_size", found.EffectSize), ("p", found.PValue), ("p_corrected", found.CorrectedPValue),
            ("smallest_p", found.SmallestPValue),
        }
        .Concat(Ends("exact", found.Exact)).Concat(Ends("bootstrap", found.Bootstrap))
        .Select(figure => (found.Arm, figure.Item1, figure.Item2));

    private static IEnumerable<(string, double?)> Ends(string name, LabInterval? interval) =>
    [
        ($"{name}_low", interval?.Low), ($"{name}_high", interval?.High), ($"{name}_low_for_all", interval?.LowForAll),
        ($"{name}_high_for_all", interval?.HighForAll),
    ];

    private static IEnumerable<(string, double?)> Ends(string name, ReliabilityInterval? found) =>
        [(name, found?.Value), ($"{name}_low", found?.Low), ($"{name}_high", found?.High)];
}
