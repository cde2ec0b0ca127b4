using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Factors;

/// <summary>Computes main effects and the interaction of a 2×2 design.</summary>
public static class FactorialComparison
{
    /// <summary>The effects on a metric; null where the phase's arms are not the cells of the pair.</summary>
    /// <param name="result">The metric over all arms, in the order of the phase's.</param>
    /// <param name="rows">The units that count.</param>
    /// <param name="covariate">What each unit did before; used if the settings name this metric for adjustment.</param>
    public static FactorialResult? Of(
        FactorPair? factors, MetricResult result, Phase phase, IReadOnlyList<UnitRow> rows, ResultsSettings settings,
        IReadOnlyDictionary<string, double>? covariate = null)
    {
        if (factors is null || factors.Problems(phase.Arms).Any())
        {
            return null;
        }

        var metric = result.Metric;
        var cells = phase.Arms.Select(arm => arm.Cell!.Value).ToArray();
        var adjust = settings.AdjustedMetric == metric.Key && metric.Kind != MetricKind.Ratio ? covariate : null;
        var statistics = MetricTotals.Of(metric, [.. phase.Arms.Select(arm => arm.Key)], rows, adjust);
        var few = statistics.Any(statistic => MetricComparison.TooLittle(metric, statistic, settings));
        var comparison = settings.Comparison with { Difference = DifferenceKind.Absolute, Direction = metric.Direction };
        FactorEffect[] effects =
        [
            Effect(factors.First.Name, false, cell => cell.First ? 0.5 : -0.5),
            Effect(factors.Second.Name, false, cell => cell.Second ? 0.5 : -0.5),
            Effect($"{factors.First.Name} × {factors.Second.Name}", true, cell => cell.First == cell.Second ? 1 : -1),
        ];
        return new(metric, factors, [.. cells.Zip(result.Arms, (cell, arm) => new FactorialArm(cell, arm))],
            Corrected(effects, comparison));

        FactorEffect Effect(string name, bool interaction, Func<FactorCell, double> weight)
        {
            if (few || settings.Comparison.Group is { Reached: 0 })
            {
                return new(name, interaction, null,
                    few ? MetricComparison.NotEnough(metric, settings) : "The first planned look has not been reached.");
            }

            var estimate = ContrastEstimator.Estimate(statistics, [.. cells.Select(weight)], out var error);
            return new(name, interaction, estimate is { } found ? ArmComparison.Of(found, comparison) : null, error);
        }
    }

    private static FactorEffect[] Corrected(FactorEffect[] effects, ComparisonSettings settings)
    {
        if (effects.Any(effect => effect.Comparison is null))
        {
            return effects;
        }

        var chances = PValueCorrection.Holm([.. effects.Select(effect => effect.Comparison!.PValue)]);
        return [.. effects.Zip(chances, (effect, chance) =>
        {
            var (low, high) = ArmComparison.Interval(effect.Comparison!, settings, settings.Alpha / effects.Length);
            return effect with { CorrectedPValue = chance, CorrectedLow = low, CorrectedHigh = high, IsSure = chance < settings.Alpha };
        })];
    }
}
