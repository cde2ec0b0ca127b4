using FashionRecs.Experiments.GroupSequential;

namespace FashionRecs.Experiments.Statistics;

/// <summary>How an interval and a p-value are computed. Immutable.</summary>
public sealed record ComparisonSettings
{
    /// <summary>Chance of a false alarm, between 0 and 1 (both excluded). Default 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Whether the interval holds at every look (true) or only at one look planned beforehand. Default true.</summary>
    public bool Sequential { get; init; } = true;

    /// <summary>Looks planned beforehand, whose bounds take the place of the t distribution; null for none. Never beside
    /// <see cref="Sequential"/>.</summary>
    public GroupPlan? Group { get; init; }

    /// <summary>The number of units, both arms together, at which the sequential interval is tightest; above 0. Default 5,000.</summary>
    public double Tuning { get; init; } = 5000;

    /// <summary>What the effect means. Default relative.</summary>
    public DifferenceKind Difference { get; init; } = DifferenceKind.Relative;

    /// <summary>Which way the metric gets better; decides what is a chance to win and what a loss. Default higher.</summary>
    public MetricDirection Direction { get; init; }

    /// <summary>What is wrong with the settings, as a sentence; null if nothing.</summary>
    public string? Problem() => this switch
    {
        { Alpha: not (> 0 and < 1) } => FormattableString.Invariant($"alpha is {Alpha}; it must lie between 0 and 1."),
        { Tuning: not (> 0 and < double.PositiveInfinity) } =>
            FormattableString.Invariant($"tuning is {Tuning}; it must be a number of units above 0."),
        { Group: not null, Sequential: true } => "intervals cannot hold at every look and at planned looks alone.",
        { Group: { Looks: < 2 or > GroupPlan.MostLooks } group } =>
            $"{group.Looks} looks are planned; there can be 2 to {GroupPlan.MostLooks}.",
        _ => null,
    };
}
