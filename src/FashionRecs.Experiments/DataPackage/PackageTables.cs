using System.Globalization;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>The tables of a data package, each a header and rows. Units are pseudonyms everywhere.</summary>
/// <param name="content">What they are made of.</param>
/// <param name="pseudonyms">The experiment's.</param>
internal sealed class PackageTables(PackageContent content, Pseudonyms pseudonyms)
{
    private const string Counted = "counted";

    /// <summary>Every table by its file's name.</summary>
    public IEnumerable<(string File, IEnumerable<string?[]> Rows)> All() =>
    [
        ("units.csv", Units()), ("impressions.csv", Impressions()), ("outcomes.csv", Outcomes()), ("arms.csv", Arms()),
        ("metrics.csv", Metrics()), ("beside.csv", Beside()),
        ("settings.csv", Settings()), ("report.csv", Report()), ("codebook.csv", Codebook.Rows(content, SegmentNames())),
    ];

    private string[] SegmentNames() =>
        [.. content.Screen.Rows.SelectMany(row => row.Exposure.Segments.Keys).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string?[]> Units()
    {
        var segments = SegmentNames();
        var others = content.Beside.Select(side => side.Screen.Rows.ToDictionary(row => row.Exposure.Unit, row => row.Exposure.Arm))
            .ToArray();
        yield return
        [
            "unit", "arm", "status", "first_exposure", "product", "position", "view", "placebo", "reason", "available_reason", "earlier",
            .. segments.Select(name => $"segment_{name.Replace(' ', '_')}"), .. content.Beside.Select(AlsoIn),
            .. content.Metrics.SelectMany(metric => metric.Kind == MetricKind.Ratio ? new[] { metric.Key, $"{metric.Key}_denominator" }
                : [metric.Key]),
        ];
        foreach (var (row, status) in Rows())
        {
            var seen = row.Exposure;
            yield return
            [
                pseudonyms.Of(seen.Unit), seen.Arm, status, Time(seen.At), seen.Product, Number(seen.Position), seen.View?.Code,
                seen.IsPlacebo ? "1" : "0",
                seen.Reason, seen.AvailableReason, Number(content.Covariate.GetValueOrDefault(seen.Unit)),
                .. segments.Select(name => seen.Segments.GetValueOrDefault(name)),
                .. others.Select(arms => arms.GetValueOrDefault(seen.Unit)),
                .. content.Metrics.SelectMany(metric => Values(metric, row)),
            ];
        }

        var twice = content.Screen.Rows.Select(row => row.Exposure.Unit).ToHashSet();
        foreach (var unit in content.Screen.InTwoArms.Where(unit => !twice.Contains(unit)))
        {
            yield return [pseudonyms.Of(unit), "", "in two arms",
                .. Enumerable.Repeat((string?)null,
                8 + segments.Length + others.Length + content.Metrics.Sum(metric => metric.Kind == MetricKind.Ratio ? 2 : 1))];
        }
    }

    private static IEnumerable<string?> Values(Metric metric, UnitRow row)
    {
        var found = metric.Of(row);
        yield return found is { Value: var value } ? Number(value) : null;
        if (metric.Kind == MetricKind.Ratio)
        {
            yield return found is { Denominator: var below } ? Number(below) : null;
        }
    }

    private IEnumerable<(UnitRow Row, string Status)> Rows() =>
        content.Screen.Rows.Select(row => (row, Counted)).Concat(content.Screen.Bots.Select(row => (row, "program")));

    private IEnumerable<string?[]> Impressions()
    {
        yield return ["unit", "at", "seconds_after_exposure", "product", "view", "reason", "available_reason", "part"];
        foreach (var (row, outcome) in Log().Where(entry => entry.Outcome.Kind == OutcomeKind.Impression))
        {
            yield return
            [
                pseudonyms.Of(row.Exposure.Unit), Time(outcome.At), After(row, outcome), outcome.Product, outcome.View?.Code,
                outcome.Reason,
                outcome.AvailableReason, outcome.Part,
            ];
        }
    }

    private IEnumerable<string?[]> Outcomes()
    {
        yield return ["unit", "kind", "at", "seconds_after_exposure", "value", "product", "view", "reason", "available_reason", "part",
            "question"];
        foreach (var (row, outcome) in Log().Where(entry => entry.Outcome.Kind != OutcomeKind.Impression))
        {
            yield return
            [
                pseudonyms.Of(row.Exposure.Unit), outcome.Kind.Word(), Time(outcome.At), After(row, outcome), Number(outcome.Value),
                outcome.Product,
                outcome.View?.Code, outcome.Reason, outcome.AvailableReason, outcome.Part, outcome.Question?.Word(),
            ];
        }
    }

    private IEnumerable<(UnitRow Row, Outcome Outcome)> Log() =>
        Rows().SelectMany(entry => entry.Row.Outcomes, (entry, outcome) => (entry.Row, outcome));

    private IEnumerable<string?[]> Arms()
    {
        yield return ["arm", "weight", "view", "ranking", "deleted_on_request", "in_two_arms_seen_first", "first_factor", "second_factor"];
        foreach (var arm in content.Phase.Arms)
        {
            yield return
            [
                arm.Key, Number(arm.Weight), arm.View?.Code, arm.Ranking.ToString(), Number(content.Deleted.GetValueOrDefault(arm.Key)),
                Number(content.Screen.FirstOfTwo.GetValueOrDefault(arm.Key)),
                content.Results.Factorial is null ? null : Flag(arm.Cell!.Value.First),
                content.Results.Factorial is null ? null : Flag(arm.Cell!.Value.Second),
            ];
        }
    }

    private IEnumerable<string?[]> Metrics()
    {
        yield return ["metric", "name", "role", "kind", "counts", "other", "window_days", "cap_percentile", "per_answer", "unsigned",
            "difference", "direction", "adjusted", "margin"];
        foreach (var metric in content.Metrics)
        {
            yield return
            [
                metric.Key, metric.Name, content.RoleOf(metric), metric.Kind.ToString(), metric.Counts.Word(), metric.Other?.Word(),
                Number(metric.Window.TotalDays),
                Number(metric.Cap.Percentile), Flag(metric.PerAnswer), Flag(metric.Unsigned), metric.Difference.ToString(),
                metric.Direction.ToString(),
                Flag(content.Settings.AdjustedMetric == metric.Key && metric.Kind != MetricKind.Ratio),
                content.MarginOf(metric) is { } margin ? Number(margin) : null,
            ];
        }
    }

    private IEnumerable<string?[]> Beside() => content.Beside
        .SelectMany(side => side.Arms.Select(arm => new string?[] { side.Experiment.Key, arm })).Prepend(["experiment", "arm"]);

    private static string AlsoIn(OverlapSide side) => $"also_in_{side.Experiment.Key}";

    private IEnumerable<string?[]> Settings()
    {
        var (settings, comparison) = (content.Settings, content.Settings.Comparison);
        return
        [
            ["setting", "value"],
            ["alpha", Number(comparison.Alpha)], ["sequential", Flag(comparison.Sequential)], ["tuning", Number(comparison.Tuning)],
            ["spending", comparison.Group?.Spending.ToString()], ["looks", comparison.Group is { Looks: var looks } ? Number(looks) : "0"],
            ["look", comparison.Group is { Reached: var reached } ? Number(reached) : "0"],
            ["least_units", Number(settings.LeastUnits)], ["least_conversions", Number(settings.LeastConversions)],
            ["in_two_arms", settings.Health.InTwoArms.ToString()],
        ];
    }

    private IEnumerable<string?[]> Report()
    {
        yield return ["section", "metric", "arm", "figure", "value"];
        foreach (var finding in content.Results.Health)
        {
            foreach (var (name, value) in finding.Values)
            {
                yield return ["health", finding.Check, "", name, Number(value)];
            }
        }

        foreach (var result in content.Results.Guardrails.Prepend(content.Results.Primary).Concat(content.Results.Others))
        {
            foreach (var (arm, name, value) in result.Arms.SelectMany(Figures))
            {
                yield return [content.RoleOf(result.Metric), result.Metric.Key, arm, name, Number(value)];
            }
        }

        foreach (var row in PackageEffects.Of(content))
        {
            yield return [row.Section, row.Metric, row.Arm, row.Figure, Number(row.Value)];
        }

        foreach (var row in content.Results.Responses)
        {
            foreach (var (name, value) in new (string, double)[] { ("asked", row.Asked), ("answered", row.Answered),
                ("declined", row.Declined), ("rate_low", row.Rate.Low), ("rate_high", row.Rate.High) })
            {
                yield return ["responses", row.Question.Word(), row.Arm, name, Number(value)];
            }
        }
    }

    private static IEnumerable<(string Arm, string Name, double Value)> Figures(ArmResult arm)
    {
        List<(string, double?)> figures =
            [("units", arm.Units), ("total", arm.Total), ("denominator", arm.Denominator), ("mean", arm.Mean)];
        if (arm.Comparison is { } compared)
        {
            figures.AddRange(
            [
                ("effect", compared.Effect), ("standard_error", compared.StandardError), ("degrees_of_freedom", compared.DegreesOfFreedom),
                ("low", compared.Low),
                ("high", compared.High), ("p", compared.PValue), ("p_corrected", arm.CorrectedPValue), ("low_corrected", arm.CorrectedLow),
                ("high_corrected", arm.CorrectedHigh), ("chance_to_win", compared.ChanceToWin), ("risk", compared.Risk),
            ]);
        }

        if (arm.Margin is { } margin)
        {
            figures.AddRange([("margin_low", margin.Low), ("margin_high", margin.High), ("p_not_worse", margin.NonInferiority),
                ("p_equivalent", margin.Equivalence)]);
        }

        return figures.Where(figure => figure.Item2 is not null).Select(figure => (arm.Arm, figure.Item1, figure.Item2!.Value));
    }

    private static string After(UnitRow row, Outcome outcome) => Number((outcome.At - row.Exposure.At).TotalSeconds);

    private static string Flag(bool value) => value ? "1" : "0";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
