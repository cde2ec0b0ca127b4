namespace FashionRecs.Experiments.Results;

/// <summary>What has to be said beside figures, so that nobody takes them for more than they are.</summary>
public static class ResultNotes
{
    /// <summary>Of the two columns that know nothing of looks.</summary>
    public const string OneLook =
        "The chance to be better and the expected loss assume one look at the end and a flat prior. They do not hold at every look as the "
            + "intervals "
        + "and p-values here do: do not stop by them.";

    /// <summary>Of the intervals.</summary>
    public const string Corrected =
        "Intervals are corrected for all that is compared in their section, as the p-values are; the interval alone is that of one "
            + "comparison.";

    /// <summary>Of intervals at planned looks.</summary>
    public const string Planned =
        "Intervals and p-values are those of repeated looks (Jennison and Turnbull): they hold at all planned looks together. What came "
            + "after the last look that was reached waits for the next.";

    /// <summary>The sentences for results that are computed with some settings.</summary>
    public static IReadOnlyList<string> Of(ResultsSettings settings) => settings.Comparison switch
    {
        { Group: not null } => [Corrected, Planned, OneLook],
        { Sequential: true } => [Corrected, OneLook],
        _ => [Corrected],
    };
}
