namespace FashionRecs.Domain.Statistics;

/// <summary>The 95 % percentile interval of a mean (Efron, Tibshirani: An introduction to the bootstrap, 1993).</summary>
/// <param name="Mean">The mean of all values; NaN where there is none.</param>
/// <param name="Low">The 2.5th percentile of resampled means.</param>
/// <param name="High">The 97.5th percentile.</param>
public readonly record struct BootstrapInterval(double Mean, double Low, double High)
{
    private const int Resamples = 1000;

    /// <summary>Resamples the values 1,000 times; the same values and seed give the same interval.</summary>
    public static BootstrapInterval Of(IReadOnlyList<double> values, int seed)
    {
        if (values.Count == 0)
        {
            return new BootstrapInterval(double.NaN, double.NaN, double.NaN);
        }

        var random = new Random(seed);
        var means = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var sum = 0.0;
            for (var draw = 0; draw < values.Count; draw++)
            {
                sum += values[random.Next(values.Count)];
            }

            means[resample] = sum / values.Count;
        }

        Array.Sort(means);
        return new BootstrapInterval(values.Average(), means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples) - 1]);
    }
}
