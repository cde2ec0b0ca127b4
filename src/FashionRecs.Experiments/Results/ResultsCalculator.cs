using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>Computes the results of one phase from the raw log. Pure: the same rows give the same results.</summary>
public static class ResultsCalculator
{
    /// <summary>The results.</summary>
    /// <param name="covariate">What each unit did before the experiment; null if unknown.</param>
    /// <param name="deleted">How many units of each arm were deleted on request; null or absent for none.</param>
    /// <exception cref="InvalidOperationException">The experiment has no such phase or names an unknown metric.</exception>
    public static ExperimentResults Compute(
        Experiment experiment, int phaseNumber, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes,
        IReadOnlyList<Metric> metrics, ResultsSettings settings, IReadOnlyDictionary<string, double>? covariate = null,
        IReadOnlyDictionary<string, int>? deleted = null)
    {
        var phase = PhaseOf(experiment, phaseNumber);
        var screen = UnitScreen.Of(experiment.Key, phase, exposures, outcomes, settings.Health);
        var health = HealthChecks.Run(phase, screen, settings.Health, covariate, deleted);
        var design = experiment.Design;
        var primary = MarginComparison.Of(
            MetricComparison.Corrected([Compare(Find(design.PrimaryMetric))], Correction.Holm, settings)[0], design.SmallestEffect,
            settings, overArms: true);
        MetricResult[] guardrails =
        [
            .. MetricComparison.Corrected([.. design.Guardrails.Select(Find).Select(Compare)], Correction.Holm, settings).Select(result =>
                MarginComparison.Of(result, design.GuardrailMargins.TryGetValue(result.Metric.Key, out var margin) ? margin : null,
                    settings, overArms: false)),
        ];
        var named = design.Guardrails.Append(design.PrimaryMetric).ToHashSet();
        var others =
            MetricComparison.Corrected([.. metrics.Where(metric => !named.Contains(metric.Key)).Select(Compare)],
            Correction.BenjaminiHochberg, settings);
        return new ExperimentResults(
            experiment.Key, phase.Number, health, primary, guardrails, others,
            Conclusion.Of(health, primary, guardrails, settings, design))
        {
            Factorial = FactorialComparison.Of(design.Factors, primary, phase, screen.Rows, settings, covariate),
            Responses = ResponseTable.Of(phase, screen.Rows),
            Notes = ResultNotes.Of(settings),
        };

        MetricResult Compare(Metric metric) => MetricComparison.Of(metric, phase, screen.Rows, settings, covariate);

        Metric Find(string key) => metrics.FirstOrDefault(metric => metric.Key == key)
            ?? throw new InvalidOperationException($"The metric '{key}' of the experiment '{experiment.Key}' is not known.");
    }

    /// <summary>The primary metric at the end of each day of the phase, from the first exposure on.</summary>
    /// <param name="zone">The time zone whose days are meant; null for UTC.</param>
    public static IReadOnlyList<(DateOnly Day, MetricResult Result)> OverTime(
        Experiment experiment, int phaseNumber, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes, Metric metric,
        ResultsSettings settings,
        IReadOnlyDictionary<string, double>? covariate = null, TimeZoneInfo? zone = null)
    {
        var phase = PhaseOf(experiment, phaseNumber);
        var rows = UnitScreen.Of(experiment.Key, phase, exposures, outcomes, settings.Health).Rows;
        var days = rows.Select(row => DayOf(row.Exposure.At)).Distinct().Order();
        return [.. days.Select(day => (day, MetricComparison.Of(metric, phase, [.. rows
            .Where(row => DayOf(row.Exposure.At) <= day)
            .Select(row => row with { Outcomes = [.. row.Outcomes.Where(outcome => DayOf(outcome.At) <= day)] })], settings, covariate)))];

        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).DateTime);
    }

    /// <summary>
    /// The metric by the values of one segment, largest first, corrected by Benjamini and Hochberg over all of them. Whoever
    /// looks at many segments will find some that differ by chance; say so beside the numbers.
    /// </summary>
    public static IReadOnlyList<(string Segment, MetricResult Result)> BySegment(
        Experiment experiment, int phaseNumber, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes, Metric metric,
        string segment, ResultsSettings settings,
        IReadOnlyDictionary<string, double>? covariate = null)
    {
        var phase = PhaseOf(experiment, phaseNumber);
        var groups = UnitScreen.Of(experiment.Key, phase, exposures, outcomes, settings.Health).Rows
            .GroupBy(row => row.Exposure.Segments.GetValueOrDefault(segment, "unknown"))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var results =
            MetricComparison.Corrected([.. groups.Select(group => MetricComparison.Of(metric, phase, [.. group], settings, covariate))],
            Correction.BenjaminiHochberg, settings);
        return [.. groups.Zip(results, (group, result) => (group.Key, result))];
    }

    private static Phase PhaseOf(Experiment experiment, int number) =>
        experiment.Phases.FirstOrDefault(phase => phase.Number == number)
        ?? throw new InvalidOperationException($"The experiment '{experiment.Key}' has no phase {number}.");
}
