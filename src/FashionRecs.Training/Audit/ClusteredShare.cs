using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Faithfulness;

namespace FashionRecs.Training.Audit;

/// <summary>
/// A ratio of sums over clusters with its 95 % bootstrap interval: whole clusters are drawn, since the readings of one picture (or the
/// cards of one shopper) come and go together (Davison and Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8).
/// </summary>
/// <param name="Ratio">The ratio and its interval; NaN where nothing was counted.</param>
/// <param name="Count">Sum of the denominators.</param>
public readonly record struct ClusteredShare(BootstrapInterval Ratio, double Count)
{
    /// <summary>Measures observations.</summary>
    /// <param name="observations">Each with its cluster, what it adds to the numerator and what to the denominator.</param>
    /// <param name="seed">The same observations and seed give the same interval.</param>
    public static ClusteredShare Of(IEnumerable<(int Cluster, double Numerator, double Denominator)> observations, int seed)
    {
        (double Numerator, double Denominator)[] clusters = [.. observations.GroupBy(one => one.Cluster)
            .Select(group => (group.Sum(one => one.Numerator), group.Sum(one => one.Denominator)))];
        return new(RatioOfMeans.Of([clusters], seed), clusters.Sum(cluster => cluster.Denominator));
    }
}
