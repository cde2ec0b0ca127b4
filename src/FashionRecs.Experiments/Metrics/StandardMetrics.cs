using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Metrics;

/// <summary>The metrics whose events the shop records, the aims of explanations kept apart (Tintarev and Masthoff, 2007).</summary>
public static class StandardMetrics
{
    private static readonly OutlierCap Tail = new(0.99);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Share("persuasion", "Liked before opening", OutcomeKind.Like),
        Share("liked-opened", "Liked after opening", OutcomeKind.LikeOpened),
        Share("bag", "Put in the bag", OutcomeKind.Bag),
        new("clicks", "Clicks per impression", MetricKind.Ratio, OutcomeKind.Click,
            OutcomeKind.Impression) { Typical = new(0.1, 0.2, 0.1) },
        Sum("decision-time", "Seconds to decide", OutcomeKind.Decision, new(8, 8, -0.1)) with
        {
            PerAnswer = true, Direction = MetricDirection.LowerIsBetter,
        },
        Sum("dwell", "Seconds on products", OutcomeKind.Dwell, new(60, 80, 0.1)),
        Share("hidden", "Hid a product", OutcomeKind.Hide) with { Direction = MetricDirection.LowerIsBetter,
            Typical = new(0.1, 0.3, -0.1) },
        Sum("hover", "Seconds pointing at reasons", OutcomeKind.Hover, new(3, 6, 0.2)),
        Sum("map-toggles", "Switched the map on or off", OutcomeKind.MapToggle, new(0.5, 1, 0.2)),
        // An effective explanation lets people know beforehand what they will find: the aim is no change, up or down.
        Rating("effectiveness", "Distance of liking after seeing the product from liking before", OutcomeKind.LikingAfter, 0, 4,
            new(0.8, 0.9, -0.2), OutcomeKind.LikingBefore) with
        {
            Unsigned = true, Direction = MetricDirection.LowerIsBetter,
        },
        Rating("liking-change", "Liking after seeing the product minus liking before", OutcomeKind.LikingAfter, -4, 4, new(0.2, 1.2, -0.2),
            OutcomeKind.LikingBefore) with
        {
            Direction = MetricDirection.Neither,
        },
        Rating("trust", "Trust, 1 to 5", OutcomeKind.Trust, 1, 5, new(3.5, 1, 0.2)),
        Rating("transparency", "Understand why, 1 to 5", OutcomeKind.Transparency, 1, 5, new(3.5, 1, 0.2)),
        Rating("region-agreement", "Agree with the marked region", OutcomeKind.RegionAgreement, 0, 1, new(0.7, 0.45, 0.1)),
    ];

    private static Metric Share(string key, string name, OutcomeKind counts) =>
        new(key, name, MetricKind.Proportion, counts) { Most = 1, Typical = new(0.1, 0.3, 0.1) };

    private static Metric Sum(string key, string name, OutcomeKind counts, TypicalValues typical) =>
        new(key, name, MetricKind.Mean, counts) { Cap = Tail, Typical = typical };

    private static Metric Rating(string key, string name, OutcomeKind counts, double least, double most, TypicalValues typical,
        OutcomeKind? minus = null) =>
        new(key, name, MetricKind.Mean, counts, minus) { PerAnswer = true, Difference = DifferenceKind.Absolute, Least = least, Most = most,
            Typical = typical };
}
