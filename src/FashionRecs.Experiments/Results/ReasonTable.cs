using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Results;

/// <summary>How explanations with something in common fared in one arm.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="About">What they have in common, such as the value "neckline_design: V Neckline".</param>
/// <param name="Impressions">Times one was on screen.</param>
/// <param name="Liked">Impressions whose product was liked before it was opened, with the share's interval.</param>
/// <param name="Clicks">Times a product was opened from one.</param>
/// <param name="Asked">Answers to whether the marked region is right.</param>
/// <param name="Agreement">Share that agreed, with its interval.</param>
public sealed record ReasonRow(string Arm, string About, int Impressions, ShareInterval Liked, int Clicks, int Asked, ShareInterval Agreement)
{
    /// <summary>Likes of products shown with it.</summary>
    public int Likes { get; init; }
}

/// <summary>
/// Explanations as data. Intervals take impressions for independent, which those of one shopper are not: they are somewhat too
/// narrow, and good for ideas rather than for proof.
/// </summary>
public static class ReasonTable
{
    /// <summary>By value, such as "neckline_design: V Neckline".</summary>
    public static IReadOnlyList<ReasonRow> ByReason(IEnumerable<UnitRow> rows) => By(rows, outcome => outcome.Reason);

    /// <summary>By attribute, such as "neckline_design".</summary>
    public static IReadOnlyList<ReasonRow> ByAttribute(IEnumerable<UnitRow> rows) => By(rows, outcome => outcome.Reason?.Split(':')[0]);

    /// <summary>By the part of the picture that was marked, such as "upper centre".</summary>
    public static IReadOnlyList<ReasonRow> ByPart(IEnumerable<UnitRow> rows) => By(rows, outcome => outcome.Part);

    /// <summary>One row per arm and thing in common, the most shown thing first and its arms side by side.</summary>
    private static IReadOnlyList<ReasonRow> By(IEnumerable<UnitRow> rows, Func<Outcome, string?> about) =>
    [
        .. rows
            .SelectMany(row => row.Outcomes.Select(outcome => (row.Exposure.Arm, About: about(outcome), outcome)))
            .Where(entry => entry.About is not null)
            .GroupBy(entry => (entry.Arm, entry.About))
            .Select(group => Row(group.Key.Arm, group.Key.About!, [.. group.Select(entry => entry.outcome)]))
            .GroupBy(row => row.About)
            .OrderByDescending(group => group.Sum(row => row.Impressions)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(row => row.Arm, StringComparer.Ordinal)),
    ];

    private static ReasonRow Row(string arm, string about, Outcome[] outcomes)
    {
        var asked = outcomes.Where(outcome => outcome.Kind == OutcomeKind.RegionAgreement).ToArray();
        var (impressions, likes) = (Count(OutcomeKind.Impression), Count(OutcomeKind.Like));
        return new ReasonRow(
            arm, about, impressions,
            // A like whose impression got lost counts as one impression more, so that a share never passes 1.
            ShareInterval.Of(likes, Math.Max(impressions, likes)),
            Count(OutcomeKind.Click), asked.Length,
            ShareInterval.Of(asked.Count(outcome => outcome.Value > 0.5), asked.Length))
        {
            Likes = likes,
        };

        int Count(OutcomeKind kind) => outcomes.Count(outcome => outcome.Kind == kind);
    }
}
