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

    /// <summary>How much one attribute moves when another one is changed, for each pair that was measured.</summary>
    public IReadOnlyDictionary<(GarmentAttribute Changed, GarmentAttribute Read), BootstrapInterval> Pairs { get; } =
        Leakage.Pairs.ToDictionary(pair => pair, pair => Leakage.Of(pair.Changed, pair.Read, Seed));

    /// <summary>The mean over pairs of different attributes; NaN without pairs.</summary>
    public double MeanLeakage => Pairs.Values.Select(share => share.Mean).DefaultIfEmpty(double.NaN).Average();

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Fingerprint, Figures,
            Leakage = new
            {
                Mean = MeanLeakage,
                Pairs = Pairs.Select(pair => new
                {
                    Changed = pair.Key.Changed.Code, Read = pair.Key.Read.Code,
                    Count = Leakage.Count(pair.Key.Changed, pair.Key.Read), Share = pair.Value,
                }),
            },
        },
        Json);

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
        if (Pairs.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(
            "How much the attribute of a column moves when the one of a row is changed, as a share of its own change:");
        text.AppendLine().AppendLine($"| changed | {string.Join(" | ", Vocabulary.Attributes.Select(attribute => attribute.Code))} |");
        text.AppendLine($"|---|{string.Concat(Vocabulary.Attributes.Select(_ => "---|"))}");
        foreach (var changed in Vocabulary.Attributes)
        {
            var cells = Vocabulary.Attributes.Select(read => changed == read ? $"1 (n {Leakage.Count(changed, read)})"
                : !Pairs.TryGetValue((changed, read), out var share) ? "–"
                : string.Create(CultureInfo.InvariantCulture, $"{share.Mean:F2} ({Leakage.Count(changed, read)})"));
            text.AppendLine($"| {changed.Code} | {string.Join(" | ", cells)} |");
        }

        var (worst, most) = Pairs.MaxBy(pair => pair.Value.Mean);
        text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"Mean {MeanLeakage:F3} over {Pairs.Count} pairs of attributes; worst: {worst.Read.Code} moves by {Cell(most)} when {worst.Changed.Code} is changed."));
    }

    private static string Cell(BootstrapInterval interval) => double.IsNaN(interval.Mean) ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} [{interval.Low:F3}, {interval.High:F3}]");
}
