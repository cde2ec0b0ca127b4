using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Discovery;

namespace FashionRecs.Cli;

/// <summary>The table and the JSON of <c>fashionrecs vocabulary discover</c>.</summary>
internal static class DiscoveryTable
{
    /// <summary>A word counts as visible where the interval of its area within types lies above this.</summary>
    private const double Visible = 0.6;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static async Task WriteAsync(string? target, IReadOnlyCollection<DescribedProduct> products, IReadOnlyList<DiscoveredWord> words,
        int top, CancellationToken cancellation)
    {
        var held = products.Count(product => product.IsHeldOut);
        var visible = words.Count(word => word.WithinType.Interval.Low > Visible);
        var byChance = words.Count(word => word.ByChance.Interval.Low > Visible);
        if (target is not null)
        {
            await JsonTarget.WriteAsync(target, JsonSerializer.Serialize(new
            {
                fitted = products.Count - held, held_out = held, visible, visible_by_chance = byChance,
                words = words.Select(word => new
                {
                    word.Word, n = word.Separation.With, word.Fitted, auc = word.Separation.Area, auc_interval = Ends(word.Separation),
                    auc_within_type = word.WithinType.Area, auc_within_type_interval = Ends(word.WithinType),
                    within_type_n = word.WithinType.With, auc_by_chance = word.ByChance.Area, word.Units, word.Divergence, word.MainType,
                    word.MainTypeShare,
                }),
            }, Options), cancellation);
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{words.Count} words fitted on {products.Count - held} products and measured on {held}; of {visible} the 95 % interval within "
                + $"types lies above {Visible}, of {byChance} when products of the same types are drawn by lot."));
        Console.WriteLine();
        Console.WriteLine("| word | n | AUC | AUC within type | by lot | mostly | units |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var word in words.Take(top))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {word.Word} | {word.Separation.With} | {Cell(word.Separation.Interval)} | {Cell(word.WithinType.Interval)} | "
                    + $"{word.ByChance.Area:F2} | {word.MainType} {word.MainTypeShare * 100:F0} % | {string.Join(", ", word.Units)} |"));
        }
    }

    private static double[] Ends(SeparationScore score) => [score.Interval.Low, score.Interval.High];

    private static string Cell(BootstrapInterval area) =>
        string.Create(CultureInfo.InvariantCulture, $"{area.Mean:F3} ({area.Low:F3} to {area.High:F3})");
}
