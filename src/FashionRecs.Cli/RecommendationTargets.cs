using System.Globalization;
using System.Text.Json;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Cli;

/// <summary>Where <c>recommend evaluate</c> writes to: files, "-" for the output, or null.</summary>
internal sealed record RecommendationTargets(string? Json, string? Table, string? Plot)
{
    public async Task WriteAsync(EvaluationSplit split, IReadOnlyList<ModelResult> results, ShareSum explained, ReasonRemoval removal,
        ValueRemoval? values, IReadOnlyDictionary<string, ReasonRemoval> reasons, IReadOnlyList<KnockOut> knockOuts,
        (double CpuSeconds, double PeakGigabytes) cost, int seed)
    {
        if (Table is not null)
        {
            await File.WriteAllTextAsync(Table, RecommendationTable.Of(results, knockOuts, seed));
        }

        if (Plot is not null)
        {
            await File.WriteAllTextAsync(Plot, RecommendationPlot.Of(results));
        }

        await using var output = Json is null or "-" ? Console.Out : new StreamWriter(Json);
        await output.WriteLineAsync(Json is null
            ? string.Create(CultureInfo.InvariantCulture,
                $"{removal.Passed.Mean:P1} of {removal.Products} stated reasons pass the removal test ({removal.Passed.Low:P1} to "
                    + $"{removal.Passed.High:P1}). {cost.CpuSeconds:F0} s of processor time, {cost.PeakGigabytes:F1} GB.")
            : JsonSerializer.Serialize(
                RecommendationReport.Of(split, results, explained, removal, values, reasons, knockOuts, cost, seed),
                RecommendationReport.Options));
    }
}
