namespace FashionRecs.Experiments.Statistics.SmallSamples;

/// <summary>
/// Exact interval for the centre of paired differences: the means of all 2ⁿ − 1 subsets cut the line into 2ⁿ pieces that are
/// equally likely to hold it (Hartigan, "Using Subsample Values as Typical Values", JASA 1969). Asks for no normal distribution, only a
/// symmetric one; it is the interval that the sign-flip test belongs to.
/// </summary>
public static class SubsetMeans
{
    /// <summary>
    /// The interval; null where so few pairs have none of that level (95 % needs 6), or more than
    /// <see cref="SignFlipTest.MostExact"/> would take too long.
    /// </summary>
    /// <param name="alpha">One minus the level, above 0 and below 1.</param>
    public static (double Low, double High)? Interval(IReadOnlyList<double> differences, double alpha)
    {
        var pieces = differences.Count <= SignFlipTest.MostExact ? 1 << differences.Count : 0;
        // Rounding must not cost a whole piece where the level is a multiple of one.
        var left = (int)Math.Floor((alpha / 2 * pieces) + 1e-9);
        if (left < 1)
        {
            return null;
        }

        double[] means = [.. Enumerable.Range(1, pieces - 1).Select(Mean).Order()];
        return (means[left - 1], means[^left]);

        double Mean(int subset)
        {
            var (sum, count) = (0.0, 0);
            for (var at = 0; at < differences.Count; at++)
            {
                if ((subset >> at & 1) == 1)
                {
                    (sum, count) = (sum + differences[at], count + 1);
                }
            }

            return sum / count;
        }
    }
}
