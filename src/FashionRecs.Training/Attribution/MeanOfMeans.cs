using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Attribution;

/// <summary>The mean of groups' means with a bootstrap 95 % interval; each group is resampled by itself and counts the same.</summary>
internal static class MeanOfMeans
{
    private const int Resamples = 1000;

    /// <summary>Takes the mean; NaN where all groups are empty.</summary>
    /// <param name="groups">Numbers; empty groups are left out.</param>
    /// <param name="seed">Of the resampling.</param>
    public static BootstrapInterval Of(IReadOnlyList<double[]> groups, int seed)
    {
        double[][] filled = [.. groups.Where(group => group.Length > 0)];
        if (filled.Length == 0)
        {
            return new BootstrapInterval(double.NaN, double.NaN, double.NaN);
        }

        var random = new Random(seed);
        double[] means = [.. Enumerable.Range(0, Resamples).Select(_ => filled.Average(Resampled)).Order()];
        return new BootstrapInterval(
            filled.Average(group => group.Average()), means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples) - 1]);

        double Resampled(double[] group)
        {
            var sum = 0.0;
            for (var draw = 0; draw < group.Length; draw++)
            {
                sum += group[random.Next(group.Length)];
            }

            return sum / group.Length;
        }
    }
}
