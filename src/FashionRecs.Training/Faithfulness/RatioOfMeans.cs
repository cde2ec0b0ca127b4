using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Faithfulness;

/// <summary>
/// The ratio of two means with a bootstrap 95 % interval; pairs are resampled together. With several groups each mean is the mean of the
/// groups' means, and each group is resampled by itself, so that every group counts the same.
/// </summary>
public static class RatioOfMeans
{
    private const int Resamples = 1000;

    /// <summary>Takes the ratio.</summary>
    /// <param name="groups">Pairs of numerator and denominator; empty groups are left out.</param>
    /// <param name="seed">Of the resampling.</param>
    public static BootstrapInterval Of(IReadOnlyList<IReadOnlyList<(double Numerator, double Denominator)>> groups, int seed)
    {
        (double, double)[][] filled = [.. groups.Where(group => group.Count > 0).Select(group => group.ToArray())];
        if (filled.Length == 0)
        {
            return new BootstrapInterval(double.NaN, double.NaN, double.NaN);
        }

        var random = new Random(seed);
        var ratios = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            ratios[i] = Ratio(filled, group => random.Next(group.Length));
        }

        Array.Sort(ratios);
        var next = 0;
        return new BootstrapInterval(Ratio(filled, group => next++ % group.Length), ratios[(int)(0.025 * Resamples)],
            ratios[(int)(0.975 * Resamples) - 1]);
    }

    private static double Ratio((double Numerator, double Denominator)[][] groups, Func<(double, double)[], int> draw)
    {
        double above = 0, below = 0;
        foreach (var group in groups)
        {
            double numerators = 0, denominators = 0;
            for (var i = 0; i < group.Length; i++)
            {
                var (numerator, denominator) = group[draw(group)];
                numerators += numerator;
                denominators += denominator;
            }

            above += numerators / group.Length;
            below += denominators / group.Length;
        }

        return above / below;
    }
}
