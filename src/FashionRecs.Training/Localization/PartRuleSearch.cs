using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Regions;

namespace FashionRecs.Training.Localization;

/// <summary>
/// Chooses how an attribute's parts are cut out of map and attention. First power, level and joining of the region, by the sum of pointing
/// rate and mean intersection over union; then the level of the outline by its intersection over union with the part plus how often it
/// holds the part's middle. Each is meaned over the sets of pictures, so that a large set does not outvote a small one.
/// </summary>
public static class PartRuleSearch
{
    private static readonly double[] Powers = [0.1, 0.25, 0.5, 1];
    private static readonly double[] Levels = [.. Enumerable.Range(4, 15).Select(step => Math.Round(step * 0.05, 2))];
    private static readonly double[] OutlineLevels = [.. Enumerable.Range(4, 11).Select(step => Math.Round(step * 0.05, 2))];

    /// <summary>The best rule for one attribute.</summary>
    /// <param name="sets">The attribute's regions in each set of pictures; sets without any are ignored, but one must have some.</param>
    /// <param name="weights">The network that read them.</param>
    public static PartRule Choose(IReadOnlyList<IReadOnlyList<ReadRegion>> sets, AttributeModelFile weights)
    {
        IReadOnlyList<ReadRegion>[] filled = [.. sets.Where(set => set.Count > 0)];
        var regions = from joined in new[] { false,
            true } from power in Powers from level in Levels select PartRule.Default with { Power = power,
            Box = new PartLevel(level, joined) };
        var region = Best([.. regions], outlines: false, outcome => (outcome.Hit ? 1 : 0) + outcome.Overlap);
        var outlined = from joined in new[] { false,
            true } from level in OutlineLevels select region with { Outline = new PartLevel(level, joined) };
        return Best([.. outlined], outlines: true, outcome => (outcome.OutlineOverlap ?? 0) + (outcome.OnPart == true ? 1 : 0));

        PartRule Best(PartRule[] rules, bool outlines, Func<LocalizationOutcome, double> score)
        {
            var sums = new double[rules.Length];
            foreach (var set in filled)
            {
                foreach (var outcomes in set.AsParallel().AsOrdered().Select(one => one.Measure(rules, weights.Input, outlines)).ToArray())
                {
                    for (var rule = 0; rule < rules.Length; rule++)
                    {
                        sums[rule] += score(outcomes[rule]) / set.Count;
                    }
                }
            }

            return rules[sums.Index().MaxBy(one => one.Item).Index];
        }
    }
}
