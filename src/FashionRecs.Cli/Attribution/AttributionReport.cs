using System.Globalization;
using System.Text;
using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Attribution;

namespace FashionRecs.Cli.Attribution;

/// <summary>Where some weights look: the tables and the JSON of <c>fashionrecs attribution</c>.</summary>
/// <param name="Fingerprint">Of the weights.</param>
/// <param name="Figures">Per set of pictures and attribute.</param>
/// <param name="Leakage">How attributes move with each other on drawings.</param>
/// <param name="Vocabulary">The attributes.</param>
/// <param name="Seed">Of the intervals.</param>
internal sealed record AttributionReport(
    string Fingerprint, IReadOnlyList<AttributionFigures> Figures, LeakageTable Leakage, AttributeVocabulary Vocabulary, int Seed)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private (GarmentAttribute Changed, GarmentAttribute Read, BootstrapInterval Share)[] Pairs =>
        [.. Leakage.Pairs.Select(pair => (pair.Changed, pair.Read, Leakage.Of(pair.Changed, pair.Read, Seed)))];

    /// <summary>The mean over pairs of different attributes; NaN without pairs.</summary>
    public double MeanLeakage => Pairs.Select(pair => pair.Share.Mean).DefaultIfEmpty(double.NaN).Average();

    /// <summary>As JSON.</summary>
    public string ToJson()
    {
        var pairs = Pairs;
        return JsonSerializer.Serialize(
            new
            {
                Fingerprint, Figures,
                Leakage = new
                {
                    Mean = MeanLeakage,
                    Pairs = pairs.Select(pair => new
                    {
                        Changed = pair.Changed.Code, Read = pair.Read.Code, Count = Leakage.Count(pair.Changed, pair.Read), pair.Share,
                    }),
                },
            },
            Json);
    }

    /// <summary>As Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine($"Weights `{Fingerprint}`. Bootstrap 95 % intervals over readings in brackets.").AppendLine();
        text.AppendLine("| pictures | attribute | n | energy inside (n) | single deletion | Grad-CAM | ARCC | ROAD | coherency | complexity |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var one in Figures)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Source} | {one.Attribute} | {one.Count} | {Cell(one.Energy)} ({one.EnergyCount}) | {Cell(one.Deletion)} | ")
                + $"{Cell(one.GradCam)} | {Cell(one.Arcc)} | {Cell(one.Road)} | {Cell(one.Coherency)} | {Cell(one.Complexity)} |");
        }

        AppendLeakage(text);
        return text.ToString();
    }

    private void AppendLeakage(StringBuilder text)
    {
        var pairs = Pairs;
        if (pairs.Length == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("How much the attribute of a column moves when the one of a row is changed, as a share of its own change:");
        text.AppendLine().AppendLine($"| changed | {string.Join(" | ", Vocabulary.Attributes.Select(attribute => attribute.Code))} |");
        text.AppendLine($"|---|{string.Concat(Vocabulary.Attributes.Select(_ => "---|"))}");
        foreach (var changed in Vocabulary.Attributes)
        {
            var cells = Vocabulary.Attributes.Select(read => changed == read ? $"1 (n {Leakage.Count(changed, read)})"
                : Leakage.Count(changed, read) == 0 ? "–"
                : string.Create(CultureInfo.InvariantCulture, $"{Leakage.Of(changed, read, Seed).Mean:F2} ({Leakage.Count(changed, read)})"));
            text.AppendLine($"| {changed.Code} | {string.Join(" | ", cells)} |");
        }

        var worst = pairs.MaxBy(pair => pair.Share.Mean);
        text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"Mean {MeanLeakage:F3} over {pairs.Length} pairs of attributes; worst: {worst.Read.Code} moves by {Cell(worst.Share)} when {worst.Changed.Code} is changed."));
    }

    private static string Cell(BootstrapInterval interval) => double.IsNaN(interval.Mean) ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} [{interval.Low:F3}, {interval.High:F3}]");
}
