using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Localization;

/// <summary>
/// How well the regions of one attribute are found in one set of pictures; means with bootstrap 95 % intervals over true regions.
/// </summary>
/// <param name="Source">Which set.</param>
/// <param name="Attribute">The attribute's code.</param>
/// <param name="Count">True regions.</param>
/// <param name="Rule">How regions were found.</param>
/// <param name="Pointing">Rate of hits in the pointing game.</param>
/// <param name="CentrePointing">The same of the picture's centre.</param>
/// <param name="Overlap">Mean intersection over union of boxes.</param>
/// <param name="CentreOverlap">The same of a box of the same size in the picture's centre.</param>
/// <param name="Area">Mean share of the picture in the box.</param>
public sealed record LocalizationScore(
    string Source, string Attribute, int Count, string Rule,
    BootstrapInterval Pointing, BootstrapInterval CentrePointing, BootstrapInterval Overlap, BootstrapInterval CentreOverlap, double Area)
{
    /// <summary>
    /// Mean intersection over union of outlines and the parts themselves, as far as these are known; null without outlines.
    /// </summary>
    public BootstrapInterval? OutlineOverlap { get; init; }

    /// <summary>How often the outline holds the middle of the part; null without outlines.</summary>
    public BootstrapInterval? OnPart { get; init; }

    /// <summary>Takes the means of outcomes.</summary>
    public static LocalizationScore Of(string source, string attribute, string rule, IReadOnlyList<LocalizationOutcome> outcomes, int seed)
    {
        BootstrapInterval Mean(Func<LocalizationOutcome, double> measure) => BootstrapInterval.Of([.. outcomes.Select(measure)], seed);
        BootstrapInterval? Known(Func<LocalizationOutcome, double?> measure) =>
            outcomes.Select(measure).OfType<double>().ToArray() is { Length: > 0 } known ? BootstrapInterval.Of(known, seed) : null;
        return new LocalizationScore(
            source, attribute, outcomes.Count, rule,
            Mean(one => one.Hit ? 1 : 0), Mean(one => one.CentreHit ? 1 : 0), Mean(one => one.Overlap), Mean(one => one.CentreOverlap),
            outcomes.Count > 0 ? outcomes.Average(one => one.Area) : double.NaN)
        {
            OutlineOverlap = Known(one => one.OutlineOverlap), OnPart = Known(one => one.OnPart is { } on ? (on ? 1 : 0) : null),
        };
    }
}
