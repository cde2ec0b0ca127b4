using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Cli.Lengths;

/// <summary>The tables and the JSON of <c>fashionrecs lengths</c>.</summary>
/// <param name="Fingerprint">Of the weights.</param>
/// <param name="Orders">Per set of pictures, length and order.</param>
/// <param name="Answers">Per length and direction.</param>
internal sealed record LengthReport(string Fingerprint, IReadOnlyList<LengthFigures> Orders, IReadOnlyList<LengthAnswers> Answers)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>As JSON; what is not known is "NaN".</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine($"Weights `{Fingerprint}`. 95 % bootstrap intervals over garments in brackets.").AppendLine();
        text.AppendLine("| pictures | length | order | n | rank correlation | pairs of two values | pairs of one value |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var one in Orders)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"| {one.Pictures} | {one.Attribute} | {one.Order} | {one.Garments} | {one.Rank:F3} | {Cell(one.Across)} | {Cell(one.Within)} |"));
        }

        if (Answers.Count > 0)
        {
            text.AppendLine().AppendLine("| length | asked | n | answered | true, of the first five |").AppendLine("|---|---|---|---|---|");
            foreach (var one in Answers)
            {
                text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {one.Attribute} | {(one.Longer ? "longer" : "shorter")} | {one.Asked} | {one.Answered:F3} | {Cell(one.True)} |"));
            }
        }

        return text.ToString();
    }

    private static string Cell(BootstrapInterval interval) => double.IsNaN(interval.Mean) ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} ({interval.Low:F3} to {interval.High:F3})");
}
