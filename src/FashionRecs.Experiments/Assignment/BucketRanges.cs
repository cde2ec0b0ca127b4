namespace FashionRecs.Experiments.Assignment;

/// <summary>Turns coverage and weights into one range per arm, and a unit's number into an arm.</summary>
public static class BucketRanges
{
    /// <summary>The sum of weights may miss 1 by this much before the specification falls back to equal weights.</summary>
    private const double WeightTolerance = 0.01;

    /// <summary>
    /// One range per arm. Each arm owns a slot as wide as its weight and uses the first <paramref name="coverage"/> of it,
    /// so that raising the coverage adds units and moves none to another arm.
    /// </summary>
    /// <param name="arms">Number of arms; below 1 gives no ranges.</param>
    /// <param name="coverage">Share of traffic; clamped to 0..1.</param>
    /// <param name="weights">One weight per arm, summing to 1 within 0.01; otherwise, and when null, all arms weigh the same.</param>
    public static IReadOnlyList<BucketRange> Create(int arms, double coverage = 1, IReadOnlyList<double>? weights = null)
    {
        if (arms < 1)
        {
            return [];
        }

        // A coverage that is no number covers nobody: the safe side.
        var share = double.IsNaN(coverage) ? 0 : Math.Clamp(coverage, 0, 1);
        if (weights is null || weights.Count != arms || !(Math.Abs(weights.Sum() - 1) <= WeightTolerance))
        {
            weights = EqualWeights(arms);
        }

        var ranges = new BucketRange[arms];
        var start = 0.0;
        for (var arm = 0; arm < arms; arm++)
        {
            ranges[arm] = new BucketRange(start, start + (share * weights[arm]));
            start += weights[arm];
        }

        return ranges;
    }

    /// <summary>The arm whose range holds the number, or -1 if none does; the first one if several do.</summary>
    public static int Choose(double number, IReadOnlyList<BucketRange> ranges)
    {
        for (var arm = 0; arm < ranges.Count; arm++)
        {
            if (ranges[arm].Contains(number))
            {
                return arm;
            }
        }

        return -1;
    }

    /// <summary>The same weight for every arm; empty below one arm.</summary>
    public static IReadOnlyList<double> EqualWeights(int arms) =>
        arms < 1 ? [] : Enumerable.Repeat(1.0 / arms, arms).ToArray();
}
