using FashionRecs.Core.Experiments.Logging;
using FashionRecs.Core.Experiments.Metrics;
using FashionRecs.Core.Experiments.Statistics;

namespace FashionRecs.Core.Experiments.Results;

/// <summary>How one reason fared in one arm: which values and regions win, and whether people agree with the region.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Reason">Code of the value, "attribute: value".</param>
/// <param name="Impressions">Times it was shown.</param>
/// <param name="Likes">Likes of products shown with it.</param>
/// <param name="Asked">Answers to whether the marked region is right.</param>
/// <param name="Agreement">Share that agreed, with its interval.</param>
public sealed record ReasonRow(string Arm, string Reason, int Impressions, int Likes, int Asked, ShareInterval Agreement)
{
    /// <summary>Likes per impression.</summary>
    public double LikesPerImpression => Impressions == 0 ? 0 : (double)Likes / Impressions;
}

/// <summary>Explanations as data.</summary>
public static class ReasonTable
{
    /// <summary>One row per arm and reason, the most shown first.</summary>
    public static IReadOnlyList<ReasonRow> Of(IEnumerable<UnitRow> rows) =>
    [
        .. rows
            .SelectMany(row => row.Outcomes.Where(outcome => outcome.Reason is not null).Select(outcome => (row.Exposure.Arm, Outcome: outcome)))
            .GroupBy(pair => (pair.Arm, pair.Outcome.Reason))
            .Select(group => Row(group.Key.Arm, group.Key.Reason!, [.. group.Select(pair => pair.Outcome)]))
            .OrderByDescending(row => row.Impressions).ThenBy(row => row.Arm, StringComparer.Ordinal).ThenBy(row => row.Reason, StringComparer.Ordinal),
    ];

    private static ReasonRow Row(string arm, string reason, Outcome[] outcomes)
    {
        var asked = outcomes.Where(outcome => outcome.Kind == OutcomeKind.RegionAgreement).ToArray();
        return new ReasonRow(
            arm, reason,
            outcomes.Count(outcome => outcome.Kind == OutcomeKind.Impression),
            outcomes.Count(outcome => outcome.Kind == OutcomeKind.Like),
            asked.Length,
            ShareInterval.Of(asked.Count(outcome => outcome.Value > 0.5), asked.Length));
    }
}
