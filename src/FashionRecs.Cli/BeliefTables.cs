using System.Globalization;
using System.Text.Json;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Beliefs;

namespace FashionRecs.Cli;

/// <summary>The tables and the JSON of <c>fashionrecs beliefs fit</c>.</summary>
internal static class BeliefTables
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static async Task WriteAsync(string? target, string fingerprint, string source, FittedBeliefs fitted, BeliefReport report,
        CancellationToken cancellation)
    {
        if (target is null)
        {
            WriteTables(fingerprint, source, fitted, report);
            return;
        }

        var attributes = fitted.Attributes.Select(one => new
        {
            attribute = one.Attribute.Code, n = one.Measured, penalty_own = one.Penalty.Own, penalty_others = one.Penalty.Others, one.Loss,
            one.UntrainedLoss,
        });
        await JsonTarget.WriteAsync(target,
            JsonSerializer.Serialize(new { fingerprint, source, attributes, report.Calibration, report.Frontier, report.Groups }, Options),
        cancellation);
    }

    private static void WriteTables(string fingerprint, string source, FittedBeliefs fitted, BeliefReport report)
    {
        Console.WriteLine(
            $"weights {fingerprint}, fitted on {source}. Each picture is read by beliefs fitted without it; 95 % intervals in brackets.");
        Console.WriteLine();
        Console.WriteLine(
            "| attribute | n | loss unfitted | loss | penalty own/others | statements | calibration error "
                + "| probability/true/n of tenths |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var calibration in report.Calibration)
        {
            var one = fitted.Attributes.FirstOrDefault(fit => fit.Attribute.Code == calibration.Group);
            var losses = one is null ? "| | | |"
                : string.Create(CultureInfo.InvariantCulture, $"| {one.Measured} | {one.UntrainedLoss:F3} | {one.Loss:F3} | {one.Penalty}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {calibration.Group} {losses} | {calibration.Count} | {calibration.Error:F3} | "
                    + $"{string.Join(" ", calibration.Bins.Select(Cell))} |"));
        }

        Console.WriteLine();
        Console.WriteLine(
            "| what | from | said | true | arguable | false | a single value | withheld of what is shown (n) | withheld of what is read as "
                + "shown (n) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in report.Frontier.Concat(report.Groups))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Group} | {row.LeastProbability:F2} | {row.Said} | {Cell(row.True)} | {Cell(row.Arguable)} | {Cell(row.False)} | "
                    + $"{Cell(row.Finest)} | {Cell(row.Withheld)} ({row.Shown}) | {Cell(row.WithheldOfRead)} ({row.ReadAsShown}) |"));
        }
    }

    private static string Cell(StatementCalibration.Bin bin) =>
        string.Create(CultureInfo.InvariantCulture, $"{bin.Probability:F2}/{bin.True.Share:F2}/{bin.Count}");

    private static string Cell(BootstrapInterval share) => double.IsNaN(share.Mean)
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Mean:F3} [{share.Low:F3}, {share.High:F3}]");
}
