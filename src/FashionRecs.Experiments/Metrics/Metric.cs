using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Metrics;

/// <summary>What is counted per unit. The rule is fixed before the data is seen.</summary>
/// <param name="Key">Short name, unique.</param>
/// <param name="Name">What people read.</param>
/// <param name="Kind">Proportion: whether the outcome happened. Mean: its values added up. Ratio: that, divided by another
/// outcome's.</param>
/// <param name="Counts">The outcome that counts.</param>
/// <param name="Other">For a ratio, the outcome below the line; for <see cref="PerAnswer"/>, one whose mean is subtracted.</param>
public sealed record Metric(string Key, string Name, MetricKind Kind, OutcomeKind Counts, OutcomeKind? Other = null)
{
    /// <summary>Outcomes later than this after the exposure do not count. Default seven days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How outliers count. Default: not capped.</summary>
    public OutlierCap Cap { get; init; } = OutlierCap.None;

    /// <summary>Which way it gets better. Default higher.</summary>
    public MetricDirection Direction { get; init; }

    /// <summary>Whether less is better.</summary>
    public bool LessIsBetter => Direction == MetricDirection.LowerIsBetter;

    /// <summary>
    /// Whether a unit's value is the mean of its answers, units without an answer being left out. Default false. The arms
    /// may then differ in who answered; the numbers of units say how far.
    /// </summary>
    public bool PerAnswer { get; init; }

    /// <summary>
    /// Whether the distance between the two answers counts, whichever is higher. Default false: the signed difference does. Of use only
    /// <see cref="PerAnswer"/> with another outcome.
    /// </summary>
    public bool Unsigned { get; init; }

    /// <summary>The least value that one unit can have; null where there is no bound.</summary>
    public double? Least { get; init; } = 0;

    /// <summary>The largest value that one unit can have; null where there is no bound.</summary>
    public double? Most { get; init; }

    /// <summary>Where planning begins before a shop has figures of its own.</summary>
    public TypicalValues Typical { get; init; } = new(0.1, 1, 0.1);

    /// <summary>How arms are compared. Default relative; a rating has no natural zero and is compared absolutely.</summary>
    public DifferenceKind Difference { get; init; } = DifferenceKind.Relative;

    /// <summary>A unit's value and, for a ratio, its denominator (else 1); null if the unit does not count.</summary>
    public (double Value, double Denominator)? Of(UnitRow row)
    {
        if (PerAnswer)
        {
            return (Other is null ? Mean(Values(row, Counts)) : Mean(Changes(row))) is { } answer ? (answer, 1) : null;
        }

        var sum = Values(row, Counts).Sum();
        return Kind switch
        {
            MetricKind.Proportion => (Values(row, Counts).Any() ? 1 : 0, 1),
            MetricKind.Ratio => (sum, Values(row, Other!.Value).Sum()),
            _ => (sum, 1),
        };
    }

    private static double? Mean(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } all ? all.Average() : null;

    /// <summary>One number per product of which both answers were given.</summary>
    private IEnumerable<double> Changes(UnitRow row) => Counted(row, Counts).GroupBy(outcome => outcome.Product ?? "")
        .Join(Counted(row, Other!.Value).GroupBy(outcome => outcome.Product ?? ""), one => one.Key, other => other.Key, (one, other) =>
            one.Average(outcome => outcome.Value) - other.Average(outcome => outcome.Value))
        .Select(change => Unsigned ? Math.Abs(change) : change);

    private IEnumerable<double> Values(UnitRow row, OutcomeKind kind) => Counted(row, kind).Select(outcome => outcome.Value);

    // A clock moved back makes the time since the exposure negative; that counts as no time passed.
    private IEnumerable<Outcome> Counted(UnitRow row, OutcomeKind kind) =>
        row.Outcomes.Where(outcome => outcome.Kind == kind && outcome.At - row.Exposure.At <= Window);
}
