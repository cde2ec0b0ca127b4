using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tables;

namespace FashionRecs.Experiments.Results;

/// <summary>Writes what others need to check an experiment: its raw exposures, and the analysis with settings and code version.</summary>
public static class ResultsExport
{
    private static readonly JsonSerializerOptions Options = new(AnalysisRequestFile.Options)
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Reading leaves out what was computed when it was written.</summary>
    private static readonly JsonSerializerOptions Reading =
        new(Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
        RespectRequiredConstructorParameters = false };

    /// <summary>The version of the code that computed the numbers.</summary>
    public static string CodeVersion { get; } =
        typeof(ResultsExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>
    /// Raw exposures as CSV (RFC 4180) with a header line and times in UTC; units are pseudonyms and no cell is a formula.
    /// </summary>
    public static Task WriteExposuresAsync(
        TextWriter writer, IEnumerable<Exposure> exposures, Pseudonyms pseudonyms, CancellationToken cancellation = default) => WriteAsync(
        writer,
        [
            "experiment", "phase", "unit", "arm", "at", "product", "position", "reason",
            "region_x", "region_y", "region_width", "region_height", "placebo", "segments", "view", "available_reason",
        ],
        exposures.Select(exposure => new[]
        {
            exposure.Experiment, Text(exposure.Phase), pseudonyms.Of(exposure.Unit), exposure.Arm, Time(exposure.At),
            exposure.Product, Text(exposure.Position), exposure.Reason, Text(exposure.Region?.X), Text(exposure.Region?.Y),
            Text(exposure.Region?.Width), Text(exposure.Region?.Height), exposure.IsPlacebo ? "1" : "0",
            string.Join("; ", exposure.Segments.Select(segment => $"{segment.Key}={segment.Value}")),
            exposure.View?.ToString(), exposure.AvailableReason,
        }),
        cancellation);

    /// <summary>
    /// Raw outcomes as CSV (RFC 4180) with a header line and times in UTC; <c>exposure</c> names the exposure each belongs to, units being
    /// pseudonyms. No cell is a formula.
    /// </summary>
    public static Task WriteOutcomesAsync(
        TextWriter writer, IEnumerable<Outcome> outcomes, Pseudonyms pseudonyms, CancellationToken cancellation = default) => WriteAsync(
        writer,
        ["id", "exposure", "kind", "at", "value", "product", "reason", "part", "view", "available_reason", "question", "ranking"],
        outcomes.Select(outcome => new[]
        {
            outcome.Id.ToString(), Pseudonymous(outcome.ExposureId, pseudonyms), outcome.Kind.Word(), Time(outcome.At),
            outcome.Value.ToString("R", CultureInfo.InvariantCulture), outcome.Product, outcome.Reason, outcome.Part,
            outcome.View?.ToString(), outcome.AvailableReason, outcome.Question?.Word(), outcome.Ranking,
        }),
        cancellation);

    /// <summary>The analysis as JSON, with the settings and the design that made it and the version of the code.</summary>
    public static string Analysis(ExperimentResults results, ResultsSettings settings, DateTimeOffset at, ExperimentDesign design,
        Phase phase) =>
        JsonSerializer.Serialize(new { computed_at = at, code_version = CodeVersion, settings, design, phase, results }, Options);

    /// <summary>Any part of an experiment as JSON, named and laid out as the analysis is.</summary>
    internal static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Json"/> wrote.</summary>
    internal static T FromJson<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Reading) ?? throw new JsonException("The document is empty.");

    private static async Task WriteAsync(TextWriter writer, string[] header, IEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        await using var table = new TableWriter(writer, leaveOpen: true);
        foreach (var row in rows.Prepend(header))
        {
            await table.WriteAsync(row, cancellation);
        }
    }

    /// <summary>The number of an exposure ends with its unit.</summary>
    private static string Pseudonymous(string exposureId, Pseudonyms pseudonyms)
    {
        var end = exposureId.LastIndexOf('/') + 1;
        return exposureId[..end] + pseudonyms.Of(exposureId[end..]);
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
