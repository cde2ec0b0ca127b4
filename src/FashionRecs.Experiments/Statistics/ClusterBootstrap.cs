using FashionRecs.Domain.Statistics;

namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Percentile intervals of shares over impressions that resample whole shoppers (Davison and Hinkley, "Bootstrap Methods and their
/// Application", 1997, section 3.8): the impressions of one shopper are not independent, and intervals that take them for it are too
/// narrow.
/// </summary>
public static class ClusterBootstrap
{
    private const int Resamples = 1000;
    private const int Seed = 1;

    /// <summary>The share hits / count over all clusters with its 95 % interval.</summary>
    /// <param name="clusters">Per shopper: hits among how many impressions, each 0 or more. Shoppers without impressions change
    /// nothing.</param>
    public static ShareInterval Share(IReadOnlyList<(double Hits, double Count)> clusters)
    {
        (double Hits, double Count)[] seen = [.. clusters.Where(cluster => cluster.Count > 0)];
        var (hits, count) = (seen.Sum(cluster => cluster.Hits), seen.Sum(cluster => cluster.Count));
        // No resample differs where all or none are hits, or one shopper is all: then each shopper tells as much as one impression does.
        if (seen.Length < 2 || hits == 0 || hits == count)
        {
            var wide = ShareInterval.Of(seen.Length == 0 ? 0 : (long)Math.Round(hits / count * seen.Length), seen.Length);
            return wide with { Share = seen.Length == 0 ? double.NaN : hits / count };
        }

        var random = new LehmerRandom(Seed);
        var (low, high) = Ends([.. Enumerable.Range(0, Resamples).Select(_ => Resampled(seen, random))]);
        return new ShareInterval(hits / count, low, high);
    }

    /// <summary>
    /// The difference of two shares, treatment minus control, with its 95 % interval; null where a side has fewer than two shoppers.
    /// </summary>
    public static BootstrapInterval? Difference(IReadOnlyList<(double Hits, double Count)> control,
        IReadOnlyList<(double Hits, double Count)> treatment)
    {
        (double Hits, double Count)[] before = [.. control.Where(cluster => cluster.Count > 0)],
        after = [.. treatment.Where(cluster => cluster.Count > 0)];
        if (before.Length < 2 || after.Length < 2)
        {
            return null;
        }

        var random = new LehmerRandom(Seed);
        var (low, high) = Ends([.. Enumerable.Range(0, Resamples).Select(_ => Resampled(after, random) - Resampled(before, random))]);
        return new BootstrapInterval(Share(after) - Share(before), low, high);

        static double Share((double Hits, double Count)[] clusters) =>
            clusters.Sum(cluster => cluster.Hits) / clusters.Sum(cluster => cluster.Count);
    }

    private static double Resampled((double Hits, double Count)[] clusters, LehmerRandom random)
    {
        var (hits, count) = (0.0, 0.0);
        for (var draw = 0; draw < clusters.Length; draw++)
        {
            var cluster = clusters[random.Next(clusters.Length)];
            hits += cluster.Hits;
            count += cluster.Count;
        }

        return hits / count;
    }

    private static (double Low, double High) Ends(double[] values)
    {
        Array.Sort(values);
        return (values[(int)(0.025 * Resamples)], values[(int)(0.975 * Resamples) - 1]);
    }
}
