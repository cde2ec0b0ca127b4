using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FashionRecs.Core.Experiments.Logging;

namespace FashionRecs.Core.Experiments.Results;

/// <summary>Writes what others need to check an experiment: its raw exposures, and the analysis with settings and code version.</summary>
public static class ResultsExport
{
    private static readonly JsonSerializerOptions Options = new(AnalysisRequestFile.Options)
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The version of the code that computed the numbers.</summary>
    public static string CodeVersion { get; } =
        typeof(ResultsExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Raw exposures as CSV (RFC 4180) with a header line and times in UTC.</summary>
    public static async Task WriteExposuresAsync(TextWriter writer, IEnumerable<Exposure> exposures, CancellationToken cancellation = default)
    {
        await writer.WriteAsync("experiment,phase,unit,arm,at,product,position,reason,region_x,region_y,region_width,region_height,placebo\r\n".AsMemory(), cancellation);
        foreach (var exposure in exposures)
        {
            string?[] fields =
            [
                exposure.Experiment, Text(exposure.Phase), exposure.Unit, exposure.Arm, exposure.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                exposure.Product, Text(exposure.Position), exposure.Reason, Text(exposure.Region?.X), Text(exposure.Region?.Y),
                Text(exposure.Region?.Width), Text(exposure.Region?.Height), exposure.IsPlacebo ? "1" : "0",
            ];
            await writer.WriteAsync((string.Join(",", fields.Select(Quoted)) + "\r\n").AsMemory(), cancellation);
        }
    }

    /// <summary>The analysis as JSON, with the settings that made it and the version of the code.</summary>
    public static string Analysis(ExperimentResults results, ResultsSettings settings, DateTimeOffset at) =>
        JsonSerializer.Serialize(new { computed_at = at, code_version = CodeVersion, settings, results }, Options);

    /// <summary>A report for printing, as Markdown: health, primary metric, guardrails, the rest, conclusion.</summary>
    public static string Report(ExperimentResults results, ResultsSettings settings, string hypothesis, DateTimeOffset at)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {results.Experiment}, phase {results.Phase}\n\n{hypothesis}\n\n**{results.Conclusion}**\n\n## Health\n");
        foreach (var finding in results.Health)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {finding.Check} ({finding.Level.ToString().ToLowerInvariant()}): {finding.Text}");
        }

        Table("Primary metric", [results.Primary]);
        Table("Guardrails", results.Guardrails);
        Table("Other metrics", results.Others);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"\nComputed {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC by version {CodeVersion}; alpha {settings.Comparison.Alpha}, {(settings.Comparison.Sequential ? $"always-valid intervals, tuning {settings.Comparison.Tuning}" : "one look")}.");
        return text.ToString();

        void Table(string title, IReadOnlyList<MetricResult> metrics)
        {
            if (metrics.Count == 0)
            {
                return;
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"\n## {title}\n\n| metric | arm | units | total | mean | difference | interval | p, corrected |\n|---|---|---|---|---|---|---|---|");
            foreach (var (metric, arm) in metrics.SelectMany(metric => metric.Arms.Select(arm => (metric, arm))))
            {
                var compared = arm.Comparison is { } c
                    ? FormattableString.Invariant($"{c.Effect:G4} | {c.Low:G4} to {c.High:G4} | {arm.CorrectedPValue:G3}")
                    : $"{arm.NotYet ?? "control"} | | ";
                text.AppendLine(CultureInfo.InvariantCulture, $"| {metric.Metric.Name} | {arm.Arm} | {arm.Units} | {arm.Total:G6} | {arm.Mean:G4} | {compared} |");
            }
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? field) =>
        field is not null && field.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{field.Replace("\"", "\"\"")}\"" : field ?? "";
}
