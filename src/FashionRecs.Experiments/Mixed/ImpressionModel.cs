using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Mixed;

/// <summary>
/// Models whether a shopper did something with each product that was shown: arms as fixed effects, and an intercept of each shopper and
/// product, so that the many impressions of one shopper or one product do not count as independent. At one look.
/// </summary>
public static class ImpressionModel
{
    /// <summary>More products than this take too long to fit.</summary>
    public const int MostProducts = 400;

    /// <summary>Whether a metric counts something that is done with products on screen.</summary>
    public static bool Fits(Metric metric) => metric is { PerAnswer: false, Counts: OutcomeKind.Like or OutcomeKind.LikeOpened
        or OutcomeKind.Bag or OutcomeKind.Hide or OutcomeKind.Click };

    /// <summary>Fits the model; null with one sentence where there is none.</summary>
    /// <param name="metric">What is counted, within its window.</param>
    /// <param name="rows">The units that count.</param>
    /// <param name="alpha">Of the intervals.</param>
    /// <param name="problem">Why there is none.</param>
    public static MixedResult? Of(Metric metric, Phase phase, IReadOnlyList<UnitRow> rows, double alpha, out string? problem)
    {
        string[] arms = [.. phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Key)];
        var shown = rows.SelectMany(row => Shown(metric, row)).Where(pair => arms.Contains(pair.Arm)).ToArray();
        var products = Numbered(shown.Select(pair => pair.Product));
        var shoppers = Numbered(shown.Select(pair => pair.Unit));
        problem = !Fits(metric) ? $"\"{metric.Name}\" is not something that is done with a product on screen."
            : arms.Length < 2 ? "There is nothing to compare."
            : products.Count > MostProducts
                ? $"{products.Count} products were shown; a model of more than {MostProducts} takes too long here."
            : products.Count < 2 || shoppers.Count < 2 * arms.Length ? "Too few shoppers and products were seen."
            : null;
        if (problem is not null)
        {
            return null;
        }

        if (MixedLogit.Fit([.. shown.Select(pair => new BinomialRow(
            Array.IndexOf(arms, pair.Arm), shoppers[pair.Unit], products[pair.Product], pair.Hit ? 1 : 0, 1))], arms.Length, products.Count)
            is not { } fit)
        {
            problem = "The model has no best fit: in an arm nothing, or everything, that was shown led to it.";
            return null;
        }

        var chances = PValueCorrection.Holm([.. fit.Effects.Skip(1).Select(effect =>
            2 * Normal.CDF(0, 1, -Math.Abs(effect.LogOdds / effect.StandardError)))]);
        var width = Normal.InvCDF(0, 1, 1 - (alpha / (2 * chances.Length)));
        return new([.. fit.Effects.Skip(1).Select((effect, at) => new MixedArm(
            arms[at + 1], Math.Exp(effect.LogOdds), Math.Exp(effect.LogOdds - (width * effect.StandardError)),
            Math.Exp(effect.LogOdds + (width * effect.StandardError)), chances[at]))],
            fit, shown.Length, shown.Count(pair => pair.Hit), shoppers.Count, products.Count);
    }

    private static IEnumerable<(string Arm, string Unit, string Product, bool Hit)> Shown(Metric metric, UnitRow row)
    {
        var counted = row.Outcomes.Where(outcome => outcome.Product is not null && outcome.At - row.Exposure.At <= metric.Window).ToArray();
        var done = counted.Where(outcome => outcome.Kind == metric.Counts).Select(outcome => outcome.Product!).ToHashSet();
        // What was done with a product whose impression got lost was shown, too.
        return counted.Where(outcome => outcome.Kind == OutcomeKind.Impression).Select(outcome => outcome.Product!).Concat(done).Distinct()
            .Select(product => (row.Exposure.Arm, row.Exposure.Unit, product, done.Contains(product)));
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> names) =>
        names.Distinct().Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
}
