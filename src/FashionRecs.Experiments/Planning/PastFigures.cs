using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Planning;

/// <summary>What a metric was in the control of an earlier experiment: the shop's own past, from which a new one is planned.</summary>
/// <param name="Units">Units of that control.</param>
/// <param name="Baseline">The metric's value.</param>
/// <param name="Deviation">Standard deviation of one unit; of a ratio, of its linearized form.</param>
/// <param name="CountedShare">Share of the units that have a value; below 1 for answers.</param>
/// <param name="Correlation">Correlation with what the units did before, which CUPED makes use of; 0 where it is not known.</param>
/// <param name="UnitsPerDay">New units a day of all arms together.</param>
public sealed record PastFigures(long Units, double Baseline, double Deviation, double CountedShare, double Correlation, double UnitsPerDay)
{
    /// <summary>The figures; null where fewer than two units of the control have a value or all have the same.</summary>
    /// <param name="rows">All units that count, of every arm.</param>
    /// <param name="control">Key of the control.</param>
    /// <param name="covariate">What each unit did before.</param>
    public static PastFigures? Of(Metric metric, IReadOnlyList<UnitRow> rows, string control, IReadOnlyDictionary<string, double> covariate)
    {
        var members = rows.Where(row => row.Exposure.Arm == control).ToArray();
        var statistic = MetricTotals.Of(metric, [control], members)[0];
        if (statistic.Count < 2 || !(statistic.Variance > 0))
        {
            return null;
        }

        var days = (rows.Max(row => row.Exposure.At) - rows.Min(row => row.Exposure.At)).TotalDays;
        return new PastFigures(
            members.Length, statistic.Mean, Math.Sqrt(statistic.Variance), (double)statistic.Count / members.Length,
            metric.Kind == MetricKind.Ratio ? 0 : CorrelationOf(metric, members, control, covariate), rows.Count / Math.Max(1, days));
    }

    private static double CorrelationOf(Metric metric, UnitRow[] members, string control, IReadOnlyDictionary<string, double> covariate) =>
        MetricTotals.Of(metric, [control], members, covariate)[0] is AdjustedStatistic { Outcome.Variance: > 0,
            Covariate.Variance: > 0 } adjusted
            ? adjusted.Covariance / Math.Sqrt(adjusted.Outcome.Variance * adjusted.Covariate.Variance)
            : 0;
}
