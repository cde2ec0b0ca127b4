using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>How explanations with something in common fared in one arm.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="About">What they have in common, such as the value "neckline_design: V Neckline".</param>
/// <param name="Impressions">Times one was on screen.</param>
/// <param name="Liked">Impressions whose product was liked before it was opened, with the share's interval.</param>
/// <param name="Clicks">Times a product was opened from one.</param>
/// <param name="Asked">Answers to whether the marked region is right.</param>
/// <param name="Agreement">Share that agreed, with its interval.</param>
public sealed record ReasonRow(string Arm, string About, int Impressions, ShareInterval Liked, int Clicks, int Asked,
    ShareInterval Agreement)
{
    /// <summary>Likes of products shown with it.</summary>
    public int Likes { get; init; }

    /// <summary>
    /// The share of liked impressions minus that of the control, with its interval; null for the control and where it has none of them.
    /// </summary>
    public BootstrapInterval? Difference { get; init; }
}

/// <summary>
/// Explanations as data. Intervals resample shoppers, whose impressions are not independent; good for ideas, as nothing is corrected.
/// </summary>
public static class ReasonTable
{
    /// <summary>By the value that was shown, such as "neckline_design: V Neckline".</summary>
    public static IReadOnlyList<ReasonRow> ByReason(IEnumerable<UnitRow> rows, string? control = null) =>
        By(rows, control, outcome => outcome.Reason);

    /// <summary>
    /// By the best reason that there was, shown or not: the arms side by side on the same products, also the one that keeps reasons back.
    /// </summary>
    public static IReadOnlyList<ReasonRow> ByAvailableReason(IEnumerable<UnitRow> rows, string? control = null) =>
        By(rows, control, outcome => outcome.AvailableReason);

    /// <summary>By attribute, such as "neckline_design".</summary>
    public static IReadOnlyList<ReasonRow> ByAttribute(IEnumerable<UnitRow> rows, string? control = null) =>
        By(rows, control, outcome => outcome.Reason?.Split(':')[0]);

    /// <summary>By the part of the picture that was marked, such as "upper centre".</summary>
    public static IReadOnlyList<ReasonRow> ByPart(IEnumerable<UnitRow> rows, string? control = null) =>
        By(rows, control, outcome => outcome.Part);

    /// <summary>One row per arm and thing in common: the most shown thing first, its arms side by side, the control first.</summary>
    private static IReadOnlyList<ReasonRow> By(IEnumerable<UnitRow> rows, string? control, Func<Outcome, string?> about) =>
    [
        .. rows
            .SelectMany(row => row.Outcomes.Select(outcome => (row.Exposure.Arm, About: about(outcome), row.Exposure.Unit, outcome)))
            .Where(entry => entry.About is not null)
            .GroupBy(entry => entry.About!)
            .Select(thing => thing.GroupBy(entry => entry.Arm)
                .ToDictionary(arm => arm.Key,
                    arm => arm.GroupBy(entry => entry.Unit, entry => entry.outcome).Select(unit => unit.ToArray()).ToArray())
                is var arms ? arms.Select(arm =>
                    Row(arm.Key, thing.Key, arm.Value, control is not null && control != arm.Key ? arms.GetValueOrDefault(control) : null))
                    .ToArray() : [])
            .OrderByDescending(group => group.Sum(row => row.Impressions)).ThenBy(group => group[0].About, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(row => row.Arm != control).ThenBy(row => row.Arm, StringComparer.Ordinal)),
    ];

    private static ReasonRow Row(string arm, string about, Outcome[][] units, Outcome[][]? control)
    {
        (double, double)[] likes = [.. units.Select(Liked)];
        return new ReasonRow(
            arm, about, Count(OutcomeKind.Impression), ClusterBootstrap.Share(likes), Count(OutcomeKind.Click),
            Count(OutcomeKind.RegionAgreement),
            ClusterBootstrap.Share([.. units.Select(Agreed)]))
        {
            Likes = Count(OutcomeKind.Like),
            Difference = control is null ? null : ClusterBootstrap.Difference([.. control.Select(Liked)], likes),
        };

        int Count(OutcomeKind kind) => units.Sum(outcomes => outcomes.Count(outcome => outcome.Kind == kind));
    }

    /// <summary>A like whose impression got lost counts as one impression more, so that a share never passes 1.</summary>
    private static (double Hits, double Count) Liked(Outcome[] outcomes)
    {
        var likes = outcomes.Count(outcome => outcome.Kind == OutcomeKind.Like);
        return (likes, Math.Max(outcomes.Count(outcome => outcome.Kind == OutcomeKind.Impression), likes));
    }

    private static (double Hits, double Count) Agreed(Outcome[] outcomes) => (
        outcomes.Count(outcome => outcome is { Kind: OutcomeKind.RegionAgreement, Value: > 0.5 }),
        outcomes.Count(outcome => outcome.Kind == OutcomeKind.RegionAgreement));
}
