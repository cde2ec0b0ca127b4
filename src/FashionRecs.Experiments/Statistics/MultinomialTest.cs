using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// The exact distribution of Pearson's statistic under a multinomial, arm by arm (the network idea of Baglivo, Olivier and Pagano,
/// "Methods for Exact Goodness-of-Fit Tests", JASA 1992): right also where few units are expected in an arm.
/// </summary>
internal static class MultinomialTest
{
    private const int MostStates = 200_000;
    private const double Grid = 1e7;

    /// <summary>
    /// Probability of a statistic at least as large as that of <paramref name="counts"/>; null where that would take too long to add up.
    /// </summary>
    /// <param name="counts">Units per arm.</param>
    /// <param name="shares">Expected share of each arm, above 0, summing to one.</param>
    public static double? PValue(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        var all = counts.Sum();
        var observed = (long)Math.Round(Grid * counts.Select((count, arm) => Part(count, arm)).Sum());
        var states = new Dictionary<(long Left, long Statistic), double> { [(all, 0)] = 1 };
        var rest = 1.0;
        for (var arm = 0; arm < shares.Count; arm++)
        {
            var share = arm == shares.Count - 1 ? 1 : Math.Min(1, shares[arm] / rest);
            rest -= shares[arm];
            var next = new Dictionary<(long, long), double>();
            foreach (var ((left, statistic), chance) in states)
            {
                for (var count = share == 1 ? left : 0; count <= left; count++)
                {
                    var key = (left - count, statistic + (long)Math.Round(Grid * Part(count, arm)));
                    next[key] = next.GetValueOrDefault(key) + (chance * (share == 1 ? 1 : Binomial.PMF(share, (int)left, (int)count)));
                }

                if (next.Count > MostStates)
                {
                    return null;
                }
            }

            states = next;
        }

        // Each arm's part is rounded; as many units of the grid may separate equal statistics.
        return Math.Min(1, states.Where(state => state.Key.Statistic >= observed - (2 * shares.Count)).Sum(state => state.Value));

        double Part(long count, int arm)
        {
            var expected = shares[arm] * all;
            return (count - expected) * (count - expected) / expected;
        }
    }
}
