using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Training.Localization;

/// <summary>
/// Chooses how an attribute's regions are found: the rule with the highest sum of pointing rate and mean intersection over union, each
/// meaned over the sets of pictures, so that a large set does not outvote a small one.
/// </summary>
public static class RegionRuleSearch
{
    private static readonly double[] Thresholds = [.. Enumerable.Range(2, 15).Select(step => step * 0.05)];

    /// <summary>Every rule that is tried.</summary>
    public static IReadOnlyList<RegionRule> Candidates { get; } =
    [
        .. from kind in Enum.GetValues<CamContrast>()
           from joined in new[] { false, true }
           from threshold in Thresholds
           select new RegionRule(kind, Math.Round(threshold, 2), joined),
    ];

    /// <summary>The best rule for one attribute, with the score of every candidate in order.</summary>
    /// <param name="sets">The attribute's regions in each set of pictures; sets without any are ignored, but one must have some.</param>
    /// <param name="input">Size of the input.</param>
    public static (RegionRule Best, IReadOnlyList<double> Scores) Choose(IReadOnlyList<IReadOnlyList<ReadRegion>> sets, InputSize input)
    {
        IReadOnlyList<ReadRegion>[] filled = [.. sets.Where(set => set.Count > 0)];
        double[] scores = [.. Candidates.AsParallel().AsOrdered().Select(rule => filled.Average(set =>
            set.Select(region => region.Measure(rule, input)).Average(outcome => (outcome.Hit ? 1 : 0) + outcome.Overlap)))];
        return (Candidates[scores.Index().MaxBy(score => score.Item).Index], scores);
    }
}
