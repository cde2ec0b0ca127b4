using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>Compares every arm of a phase with its control on one metric.</summary>
public static class MetricComparison
{
    /// <summary>The metric over all arms, p-values not yet corrected.</summary>
    /// <param name="covariate">What each unit did before; used if the settings name this metric for adjustment.</param>
    public static MetricResult Of(
        Metric metric, Phase phase, IReadOnlyList<UnitRow> rows, ResultsSettings settings,
        IReadOnlyDictionary<string, double>? covariate = null)
    {
        var adjust = settings.AdjustedMetric == metric.Key && metric.Kind != MetricKind.Ratio ? covariate : null;
        var statistics = MetricTotals.Of(metric, [.. phase.Arms.Select(arm => arm.Key)], rows, adjust);
        var comparison = Settings(metric, settings);
        return new MetricResult(metric, [.. phase.Arms.Select((arm, index) => Result(arm.Key, index))]);

        ArmResult Result(string arm, int index)
        {
            var statistic = statistics[index];
            var (total, denominator) = statistic switch
            {
                RatioStatistic ratio => (ratio.Numerator.Sum, ratio.Denominator.Sum),
                AdjustedStatistic adjusted => (adjusted.Outcome.Sum, adjusted.Count),
                SummedStatistic summed => (summed.Sum, summed.Count),
                _ => (0, 0),
            };
            var result = new ArmResult(arm, statistic.Count, total, denominator, statistic.UnadjustedMean, null, null);
            if (index == 0)
            {
                return result;
            }

            if (settings.Comparison.Group is { Reached: 0 })
            {
                return result with { NotYet = "The first planned look has not been reached." };
            }

            if (TooLittle(metric, statistics[0], settings) || TooLittle(metric, statistic, settings))
            {
                return result with { NotYet = NotEnough(metric, settings) };
            }

            var compared = ArmComparison.Compare(statistics[0], statistic, comparison, out var error);
            return result with { Comparison = compared, NotYet = error };
        }
    }

    /// <summary>Corrects the p-values and intervals of all metrics given, over all their arms together.</summary>
    /// <param name="metrics">The metrics that are asked together.</param>
    /// <param name="correction">How.</param>
    /// <param name="settings">The settings they were compared with.</param>
    public static IReadOnlyList<MetricResult> Corrected(IReadOnlyList<MetricResult> metrics, Correction correction,
        ResultsSettings settings)
    {
        double[] single = [.. metrics.SelectMany(metric => metric.Arms).Select(arm => arm.Comparison?.PValue).OfType<double>()];
        var alpha = settings.Comparison.Alpha;
        var chances = correction == Correction.Holm ? PValueCorrection.Holm(single) : PValueCorrection.BenjaminiHochberg(single);
        var sure = chances.Count(chance => chance < alpha);
        var level = alpha * (correction == Correction.Holm ? 1 : Math.Max(1, sure)) / Math.Max(1, single.Length);
        var left = new Queue<double>(chances);
        return [.. metrics.Select(metric => metric with { Arms = [.. metric.Arms.Select(arm => Corrected(arm, metric.Metric))] })];

        ArmResult Corrected(ArmResult arm, Metric metric)
        {
            if (arm.Comparison is null)
            {
                return arm;
            }

            var chance = left.Dequeue();
            var (low, high) = ArmComparison.Interval(arm.Comparison, Settings(metric, settings), level);
            return arm with { CorrectedPValue = chance, IsSure = chance < alpha, CorrectedLow = low, CorrectedHigh = high };
        }
    }

    private static ComparisonSettings Settings(Metric metric, ResultsSettings settings) =>
        settings.Comparison with { Difference = metric.Difference, Direction = metric.Direction };

    /// <summary>Why there is no number of too few units.</summary>
    internal static string NotEnough(Metric metric, ResultsSettings settings) =>
        $"Not enough data yet: at least {settings.LeastUnits} units in each arm are needed"
            + (metric.Kind == MetricKind.Proportion ? $", {settings.LeastConversions} of them converted and as many not." : ".");

    /// <summary>Whether an arm has too few units, or conversions, for a number.</summary>
    internal static bool TooLittle(Metric metric, SampleStatistic statistic, ResultsSettings settings)
    {
        var converted = statistic.UnadjustedMean * statistic.Count;
        return statistic.Count < settings.LeastUnits
            || (metric.Kind == MetricKind.Proportion
                && Math.Min(converted, statistic.Count - converted) < settings.LeastConversions - 1e-9);
    }
}
