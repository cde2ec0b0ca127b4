using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Metrics;

/// <summary>The metrics whose events the shop records, the aims of explanations kept apart (Tintarev and Masthoff, 2007).</summary>
public static class StandardMetrics
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("persuasion", "Liked before opening", MetricKind.Proportion, OutcomeKind.Like),
        new("liked-opened", "Liked after opening", MetricKind.Proportion, OutcomeKind.LikeOpened),
        new("bag", "Put in the bag", MetricKind.Proportion, OutcomeKind.Bag),
        new("clicks", "Clicks per impression", MetricKind.Ratio, OutcomeKind.Click, OutcomeKind.Impression),
        new("decision-time", "Seconds to decide", MetricKind.Mean, OutcomeKind.Decision) { PerAnswer = true, Cap = new OutlierCap(0.99), Direction = MetricDirection.LowerIsBetter },
        new("dwell", "Seconds on products", MetricKind.Mean, OutcomeKind.Dwell) { Cap = new OutlierCap(0.99) },
        new("hidden", "Hid a product", MetricKind.Proportion, OutcomeKind.Hide) { Direction = MetricDirection.LowerIsBetter },
        new("hover", "Seconds pointing at reasons", MetricKind.Mean, OutcomeKind.Hover) { Cap = new OutlierCap(0.99) },
        new("map-toggles", "Switched the map on or off", MetricKind.Mean, OutcomeKind.MapToggle) { Cap = new OutlierCap(0.99) },
        // An effective explanation lets people know beforehand what they will find: the aim is no change, up or down.
        Rating("effectiveness", "Distance of liking after seeing the product from liking before", OutcomeKind.LikingAfter, OutcomeKind.LikingBefore) with
        {
            Unsigned = true, Direction = MetricDirection.LowerIsBetter,
        },
        Rating("liking-change", "Liking after seeing the product minus liking before", OutcomeKind.LikingAfter, OutcomeKind.LikingBefore) with
        {
            Direction = MetricDirection.Neither,
        },
        Rating("trust", "Trust, 1 to 5", OutcomeKind.Trust),
        Rating("transparency", "Understand why, 1 to 5", OutcomeKind.Transparency),
        Rating("region-agreement", "Agree with the marked region", OutcomeKind.RegionAgreement),
    ];

    private static Metric Rating(string key, string name, OutcomeKind counts, OutcomeKind? minus = null) =>
        new(key, name, MetricKind.Mean, counts, minus) { PerAnswer = true, Difference = DifferenceKind.Absolute };
}
