using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.GroupSequential;

/// <summary>
/// Finds when the planned looks were reached. A look is taken when the slowest arm has its share of the planned units, however often and
/// whenever somebody opens the results: what came later belongs to the next look.
/// </summary>
public static class PlannedLooks
{
    /// <summary>All planned looks; empty in a design without.</summary>
    /// <param name="rows">The units that count.</param>
    /// <param name="metric">The primary metric: units reach a look when they have a value of it.</param>
    public static IReadOnlyList<PlannedLook> Of(ExperimentDesign design, Phase phase, IReadOnlyList<UnitRow> rows, Metric metric)
    {
        if (design.Comparison.Group is not { } plan)
        {
            return [];
        }

        var bounds = plan.Bounds(design.Comparison.Alpha, plan.Looks);
        var arrivals = rows.Select(row => (row.Exposure.Arm, At: Arrival(row, metric))).Where(unit => unit.At is not null)
            .ToLookup(unit => unit.Arm, unit => unit.At!.Value);
        DateTimeOffset[][] arms = [.. phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arrivals[arm.Key].Order().ToArray())];
        return [.. Enumerable.Range(1, plan.Looks).Select(look =>
        {
            var needed = Math.Max(1, (long)Math.Ceiling(plan.Information(look) * design.PlannedPerArm));
            return new PlannedLook(look, needed, bounds[look - 1],
                arms.All(arm => arm.Length >= needed) ? arms.Max(arm => arm[needed - 1]) : null);
        })];
    }

    /// <summary>When a unit began to count; null while it does not.</summary>
    private static DateTimeOffset? Arrival(UnitRow row, Metric metric)
    {
        if (!metric.PerAnswer)
        {
            return row.Exposure.At;
        }

        var ordered = row.Outcomes.OrderBy(outcome => outcome.At).ToArray();
        for (var some = 1; some <= ordered.Length; some++)
        {
            if (metric.Of(row with { Outcomes = ordered[..some] }) is not null)
            {
                return ordered[some - 1].At > row.Exposure.At ? ordered[some - 1].At : row.Exposure.At;
            }
        }

        return null;
    }
}
