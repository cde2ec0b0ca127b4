using System.Globalization;
using System.Text;
using System.Text.Json;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Cli.Manipulation;

/// <summary>The table and the JSON of <c>fashionrecs manipulation</c>.</summary>
/// <param name="Fingerprint">Of the weights.</param>
/// <param name="Figures">Per set of pictures, search and attribute.</param>
internal sealed record ManipulationReport(string Fingerprint, IReadOnlyList<ManipulationFigures> Figures)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine($"Weights `{Fingerprint}`. 95 % bootstrap intervals over garments in brackets.").AppendLine();
        text.AppendLine("| pictures | asked | search | n (garments) | first | first 5 | first 10 | one at random |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var one in Figures)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Pictures} | {one.Attribute} | {one.Search} | {one.Questions} ({one.Asked}) | {Cell(one.First)} | ")
                + string.Create(CultureInfo.InvariantCulture, $"{Cell(one.Five)} | {Cell(one.Ten)} | {one.Chance:F3} |"));
        }

        return text.ToString();
    }

    private static string Cell(BootstrapInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} ({interval.Low:F3} to {interval.High:F3})");
}
