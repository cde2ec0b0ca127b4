using System.Globalization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Evaluation;

namespace FashionRecs.Cli;

/// <summary>The results of <c>recommend evaluate</c> as a Markdown table, and the knock-outs as another.</summary>
internal static class RecommendationTable
{
    public static string Of(IReadOnlyList<ModelResult> results, IReadOnlyList<KnockOut> knockOuts, int seed)
    {
        var first = results[0];
        var lines = new List<string>
        {
            "| model | NDCG@20 | behind the first | recall@20 | AUC | new products, NDCG@20 | behind the first | AUC | coverage | "
                + "novelty, bits | types, bits | learns, s | keeps, MB |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
        };
        lines.AddRange(results.OrderByDescending(result => result.Main.Ndcg.Mean).Select(result => string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Model} | {Text(result.Main.Ndcg)} | {Behind(first.Main, result.Main, seed)} | {Text(result.Main.Recall)} | "
                + $"{Text(result.Main.Auc)} | {Text(result.Cold.Ndcg)} | {Behind(first.Cold, result.Cold, seed)} | "
                + $"{Text(result.Cold.Auc)} | {result.Main.Coverage:P0} | {result.Main.Novelty.Mean:F1} | "
                + $"{result.Main.Calibration.Mean:F2} | {result.FitSeconds:F0} | {result.KeptMegabytes:F0} |")));
        lines.AddRange(["", "| share | weight | NDCG@20 falls by |", "|---|---|---|"]);
        lines.AddRange(knockOuts.Select(knockOut => string.Create(CultureInfo.InvariantCulture,
            $"| {knockOut.Share} | {knockOut.Weight:F2} | {Text(knockOut.Fall)} |")));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The paired difference of a group's NDCG@20: the first's less this one's.</summary>
    public static BootstrapInterval Lead(GroupResult first, GroupResult other, int seed) =>
        BootstrapInterval.Of([.. first.NdcgPerUser.Zip(other.NdcgPerUser, (one, two) => one - two)], seed);

    private static string Behind(GroupResult first, GroupResult other, int seed) =>
        ReferenceEquals(first, other) ? "" : Text(Lead(first, other, seed));

    private static string Text(BootstrapInterval interval) => string.Create(CultureInfo.InvariantCulture,
        $"{interval.Mean:F4} ({interval.Low:F4} to {interval.High:F4})");
}
