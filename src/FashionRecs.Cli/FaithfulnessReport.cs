using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Faithfulness;

namespace FashionRecs.Cli;

/// <summary>The tables and the JSON of <c>fashionrecs faithfulness</c>.</summary>
internal sealed record FaithfulnessReport(
    string Fingerprint, IReadOnlyList<FaithfulnessScore> Scores, int CurveCount, PerturbationCurve? Curve,
    IReadOnlyList<(string Down, BootstrapInterval Correlation)> Randomized)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public async Task WriteAsync(string? target, CancellationToken cancellation)
    {
        if (target is null)
        {
            WriteTables();
            return;
        }

        var text = JsonSerializer.Serialize(
            new
            {
                Fingerprint, Scores,
                Curves = Curve is null ? null : new
                {
                    Count = CurveCount, Curve.Deletion, Curve.Insertion, Curve.RandomDeletion, Curve.RandomInsertion, Areas = Areas(Curve),
                },
                Randomized = Randomized.Select(stage => new { stage.Down, stage.Correlation }),
            },
            Json);
        await JsonTarget.WriteAsync(target, text, cancellation);
    }

    private static Dictionary<string, double> Areas(PerturbationCurve curve) => new()
    {
        ["deletion"] = PerturbationCurve.Area(curve.Deletion), ["random_deletion"] = PerturbationCurve.Area(curve.RandomDeletion),
        ["insertion"] = PerturbationCurve.Area(curve.Insertion), ["random_insertion"] = PerturbationCurve.Area(curve.RandomInsertion),
    };

    private void WriteTables()
    {
        Console.WriteLine($"weights {Fingerprint}; loss relative to the plain picture's, 95 % intervals over readings in brackets");
        Console.WriteLine();
        Console.WriteLine("| attribute | n | plain loss | box hidden | mean colour | blurred | random box | hidden ÷ random |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var score in Scores)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {score.Attribute} | {score.Count} | {score.Plain:F3} | {Cell(score.Hidden)} | {score.MeanColour.Mean:F2} | "
                    + $"{score.Blur.Mean:F2} | {Cell(score.Random)} | {Cell(score.HiddenOverRandom)} |"));
        }

        if (Curve is not null)
        {
            Console.WriteLine();
            Console.WriteLine(
                $"areas under the curves of {CurveCount} readings: "
                    + string.Join(", ", Areas(Curve).Select(area =>
                        string.Create(CultureInfo.InvariantCulture, $"{area.Key} {area.Value:F3}"))));
        }

        Console.WriteLine(
            $"rank correlation of maps, randomized down to: "
                + $"{string.Join(", ", Randomized.Select(stage => $"{stage.Down} {Cell(stage.Correlation)}"))}");
    }

    private static string Cell(BootstrapInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F2} [{interval.Low:F2}, {interval.High:F2}]");
}
