using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Metrics;

/// <summary>Adds up a metric over the units of each arm.</summary>
public static class MetricTotals
{
    /// <summary>
    /// One statistic per arm, in the order of <paramref name="arms"/>; outliers are capped by one threshold for all arms.
    /// </summary>
    /// <param name="rows">Every unit that counts, once.</param>
    /// <param name="covariate">What each unit did before the experiment, for CUPED; null for none, 0 for unknown units. Not used for
    /// ratios.</param>
    public static IReadOnlyList<SampleStatistic> Of(
        Metric metric, IReadOnlyList<string> arms, IEnumerable<UnitRow> rows, IReadOnlyDictionary<string, double>? covariate = null)
    {
        var units = rows
            .Select(row => (row.Exposure.Arm, row.Exposure.Unit, Found: metric.Of(row)))
            .Where(unit => unit.Found is not null)
            .Select(unit => (unit.Arm, unit.Unit, unit.Found!.Value.Value, unit.Found.Value.Denominator))
            .ToArray();
        var cap = metric.Kind == MetricKind.Proportion ? null : metric.Cap.Threshold(units.Select(unit => unit.Value));
        return [.. arms.Select(arm =>
            Statistic(units.Where(unit => unit.Arm == arm).Select(unit => unit with { Value = OutlierCap.Apply(unit.Value, cap) })
            .ToArray()))];

        SampleStatistic Statistic((string Arm, string Unit, double Value, double Denominator)[] members)
        {
            var values = MeanStatistic.Of(members.Select(member => member.Value));
            if (metric.Kind == MetricKind.Ratio)
            {
                return new RatioStatistic(values, MeanStatistic.Of(members.Select(member => member.Denominator)),
                    members.Sum(member => member.Value * member.Denominator));
            }

            if (covariate is not null)
            {
                var before = members.Select(member => covariate.GetValueOrDefault(member.Unit)).ToArray();
                return new AdjustedStatistic(values, MeanStatistic.Of(before),
                    members.Zip(before, (member, earlier) => member.Value * earlier).Sum());
            }

            return metric.Kind == MetricKind.Proportion ? new ProportionStatistic(values.Count, values.Sum) : values;
        }
    }
}
