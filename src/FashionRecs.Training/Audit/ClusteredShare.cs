namespace FashionRecs.Training.Audit;

/// <summary>
/// A ratio of sums over clusters with its 95 % percentile bootstrap interval: whole clusters are drawn, since the readings of one picture (or the cards of one
/// shopper) come and go together (Davison and Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8).
/// </summary>
/// <param name="Value">The ratio; NaN where nothing was counted.</param>
/// <param name="Low">2.5th percentile.</param>
/// <param name="High">97.5th percentile.</param>
/// <param name="Count">Sum of the denominators.</param>
public readonly record struct ClusteredShare(double Value, double Low, double High, double Count)
{
    /// <summary>Measures observations.</summary>
    /// <param name="observations">Each with its cluster, what it adds to the numerator and what to the denominator.</param>
    /// <param name="resamples">Bootstrap repetitions, at least 1.</param>
    /// <param name="seed">The same observations and seed give the same interval.</param>
    public static ClusteredShare Of(IEnumerable<(int Cluster, double Numerator, double Denominator)> observations, int resamples, int seed)
    {
        var clusters = observations.GroupBy(one => one.Cluster)
            .Select(group => (Numerator: group.Sum(one => one.Numerator), Denominator: group.Sum(one => one.Denominator)))
            .Where(cluster => cluster.Denominator > 0).ToArray();
        var whole = clusters.Sum(cluster => cluster.Denominator);
        if (whole == 0)
        {
            return new(double.NaN, double.NaN, double.NaN, 0);
        }

        var random = new Random(seed);
        var ratios = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            double numerator = 0, denominator = 0;
            for (var draw = 0; draw < clusters.Length; draw++)
            {
                var (above, below) = clusters[random.Next(clusters.Length)];
                numerator += above;
                denominator += below;
            }

            ratios[resample] = numerator / denominator;
        }

        Array.Sort(ratios);
        return new(clusters.Sum(cluster => cluster.Numerator) / whole, ratios[(int)(0.025 * resamples)], ratios[Math.Max(0, (int)(0.975 * resamples) - 1)], whole);
    }
}
