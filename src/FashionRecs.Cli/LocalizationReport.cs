using System.Globalization;
using System.Text.Json;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Localization;

namespace FashionRecs.Cli;

/// <summary>The table and the JSON of <c>fashionrecs localization</c>.</summary>
internal static class LocalizationReport
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task WriteAsync(string? target, string fingerprint, IReadOnlyList<LocalizationScore> scores,
        CancellationToken cancellation)
    {
        if (target is null)
        {
            WriteTable(fingerprint, scores);
            return;
        }

        var text = JsonSerializer.Serialize(new { fingerprint, scores }, Json);
        await JsonTarget.WriteAsync(target, text, cancellation);
    }

    private static void WriteTable(string fingerprint, IReadOnlyList<LocalizationScore> scores)
    {
        Console.WriteLine(
            $"weights {fingerprint}; 95 % intervals over regions in brackets; centre: the picture's centre, and a box of the same size "
                + $"there");
        Console.WriteLine();
        Console.WriteLine("| pictures | attribute | n | pointing game | centre | intersection over union | centre | box, share of picture | outline, intersection over union | middle in outline | rule |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var score in scores)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {score.Source} | {score.Attribute} | {score.Count} | {Cell(score.Pointing)} | {score.CentrePointing.Mean:F3} | {Cell(score.Overlap)} | {score.CentreOverlap.Mean:F3} | {score.Area:F2} | {Cell(score.OutlineOverlap)} | {Cell(score.OnPart)} | {score.Rule} |"));
        }
    }

    private static string Cell(BootstrapInterval? known) => known is not { } interval ? "–" :
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} [{interval.Low:F3}, {interval.High:F3}]");
}
