using FashionRecs.Domain.Statistics;
using FashionRecs.Vision.Saliency;

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
    /// <summary>Takes the means of outcomes.</summary>
    public static LocalizationScore Of(string source, string attribute, RegionRule rule, IReadOnlyList<LocalizationOutcome> outcomes,
        int seed)
    {
        BootstrapInterval Mean(Func<LocalizationOutcome, double> measure) => BootstrapInterval.Of([.. outcomes.Select(measure)], seed);
        return new LocalizationScore(
            source, attribute, outcomes.Count, rule.ToString(),
            Mean(one => one.Hit ? 1 : 0), Mean(one => one.CentreHit ? 1 : 0), Mean(one => one.Overlap), Mean(one => one.CentreOverlap),
            outcomes.Count > 0 ? outcomes.Average(one => one.Area) : double.NaN);
    }
}
