namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Sample-ratio mismatch: do the arms hold the units that their weights promise? A chi-square test (Fabijan et al.,
/// "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD 2019). An alarm means that the results of the
/// experiment must not be trusted, whatever they say.
/// </summary>
public static class SampleRatioTest
{
    /// <summary>Below this p-value the alarm is raised: rare enough for a check that is made every day.</summary>
    public const double AlarmBelow = 0.001;

    /// <summary>With fewer units expected in an arm the chi-square distribution is no good guide (Cochran, Biometrics 1954).</summary>
    public const double LeastExpected = 5;

    private const long MostForExact = 1000;

    /// <summary>
    /// The p-value of the observed counts, exact where fewer than five units are expected in an arm; 1 if there is nothing to test. Arms
    /// without weight are left out.</summary>
    /// <param name="counts">Units seen per arm, 0 or more.</param>
    /// <param name="weights">Planned weights per arm, 0 or more; they need not sum to one.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double PValue(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        if (counts.Count != weights.Count)
        {
            throw new ArgumentException($"{counts.Count} counts and {weights.Count} weights.", nameof(weights));
        }

        var arms = Enumerable.Range(0, counts.Count).Where(arm => weights[arm] > 0).ToArray();
        double observed = arms.Sum(arm => counts[arm]);
        if (observed == 0 || arms.Length < 2)
        {
            return 1;
        }

        var weight = arms.Sum(arm => weights[arm]);
        double[] shares = [.. arms.Select(arm => weights[arm] / weight)];
        if (IsSparse(counts, weights) && observed <= MostForExact
            && MultinomialTest.PValue([.. arms.Select(arm => counts[arm])], shares) is { } exact)
        {
            return exact;
        }

        var statistic =
            arms.Zip(shares, (arm, share) => (counts[arm] - (share * observed)) * (counts[arm] - (share * observed)) / (share * observed))
            .Sum();
        return MathNet.Numerics.SpecialFunctions.GammaUpperRegularized((arms.Length - 1) / 2.0, statistic / 2);
    }

    /// <summary>Whether so few units are expected in some arm that chi-square would mislead.</summary>
    public static bool IsSparse(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        var live = weights.Where(weight => weight > 0).ToArray();
        return live.Length > 0 && live.Min() / live.Sum() * counts.Where((_, arm) => weights[arm] > 0).Sum() < LeastExpected;
    }
}
