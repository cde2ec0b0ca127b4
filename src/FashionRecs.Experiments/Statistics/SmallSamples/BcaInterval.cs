using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics.SmallSamples;

/// <summary>
/// Bias-corrected and accelerated bootstrap (Efron, JASA 1987; for two samples Davison, Hinkley, 1997, section 5.3.2) of a mean or of a
/// difference of two, people being drawn within their arm with seed 1.
/// </summary>
public static class BcaInterval
{
    /// <summary>Resamples.</summary>
    public const int Resamples = 2000;

    /// <summary>
    /// The interval of mean(treatment) − mean(control), or of mean(treatment) alone where <paramref name="control"/> is null; null where
    /// an arm has fewer than two people or nothing varies.
    /// </summary>
    /// <param name="alpha">One minus the level, above 0 and below 1.</param>
    public static (double Low, double High)? Of(IReadOnlyList<double>? control, IReadOnlyList<double> treatment, double alpha)
    {
        if (treatment.Count < 2 || control is { Count: < 2 })
        {
            return null;
        }

        var found = treatment.Average() - (control?.Average() ?? 0);
        var random = new LehmerRandom(1);
        var resampled = new double[Resamples];
        for (var round = 0; round < Resamples; round++)
        {
            var mean = Drawn(treatment, random);
            resampled[round] = control is null ? mean : mean - Drawn(control, random);
        }

        Array.Sort(resampled);
        if (resampled[0] == resampled[^1])
        {
            return null;
        }

        // Half of the resamples that equal the estimate are below it: answers on a scale tie often.
        var tolerance = 1e-9 * Math.Max(1, Math.Abs(found));
        var below = resampled.Count(value => value < found - tolerance)
            + (resampled.Count(value => Math.Abs(value - found) <= tolerance) / 2.0);
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below / Resamples, 0.5 / Resamples, 1 - (0.5 / Resamples)));
        var acceleration = Acceleration(control, treatment);
        return (At(alpha / 2), At(1 - (alpha / 2)));

        double At(double level)
        {
            var z = bias + Normal.InvCDF(0, 1, level);
            var share = Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z))));
            return resampled[Math.Clamp((int)Math.Floor(share * Resamples), 0, Resamples - 1)];
        }
    }

    private static double Acceleration(IReadOnlyList<double>? control, IReadOnlyList<double> treatment)
    {
        var (cubes, squares) = (0.0, 0.0);
        foreach (var (values, sign) in new[] { (treatment, 1), (control ?? [], -1) }.Where(arm => arm.Item1.Count > 0))
        {
            var (mean, count) = (values.Average(), (double)values.Count);
            cubes += sign * values.Sum(value => Math.Pow(value - mean, 3)) / Math.Pow(count, 3);
            squares += values.Sum(value => Math.Pow(value - mean, 2)) / Math.Pow(count, 2);
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    private static double Drawn(IReadOnlyList<double> values, LehmerRandom random)
    {
        var sum = 0.0;
        for (var draw = 0; draw < values.Count; draw++)
        {
            sum += values[random.Next(values.Count)];
        }

        return sum / values.Count;
    }
}
