using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics;

/// <summary>How many units an experiment needs so that it probably finds an effect of a given size. Two equal arms.</summary>
public static class PowerCalculation
{
    /// <summary>More units per arm than this are not worth planning.</summary>
    public const long MaximumPerArm = 1_000_000_000;

    /// <summary>
    /// Units per arm for one look at the end (normal approximation of Welch's test), or at most that many for looks at any
    /// time if the settings are sequential; null if not even a billion would do.
    /// </summary>
    /// <param name="controlMean">Mean of the control arm; not 0 for a relative effect.</param>
    /// <param name="controlVariance">Variance of one unit in the control arm; above 0.</param>
    /// <param name="treatmentVariance">Variance of one unit in the treatment arm; above 0.</param>
    /// <param name="effect">The smallest effect worth finding; a share of the control's mean if relative. Not 0.</param>
    /// <param name="power">Probability of finding it, between alpha and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range; the message says which.</exception>
    public static long? UnitsPerArm(
        double controlMean, double controlVariance, double treatmentVariance, double effect, double power, ComparisonSettings settings)
    {
        ThrowUnless(effect != 0 && double.IsFinite(effect), nameof(effect), effect, "The smallest effect must not be zero.");
        ThrowUnless(controlVariance > 0 && treatmentVariance > 0, nameof(controlVariance), controlVariance, "The variances must be above zero.");
        ThrowUnless(settings.Problem() is null, nameof(settings), settings, settings.Problem() ?? "");
        ThrowUnless(power > settings.Alpha && power < 1, nameof(power), power, "The power must lie between alpha and 1.");
        ThrowUnless(settings.Difference == DifferenceKind.Absolute || controlMean != 0, nameof(controlMean), controlMean, "A relative effect needs a control mean that is not zero.");

        if (Power(MaximumPerArm) < power)
        {
            return null;
        }

        // Power grows with the number of units, so halving finds the smallest one.
        var (low, high) = (1L, MaximumPerArm);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Power(middle) >= power ? (low, middle) : (middle, high);
        }

        return high;

        double Power(long perArm) => Of(perArm, controlMean, controlVariance, treatmentVariance, effect, settings);
    }

    /// <summary>Units per arm for a conversion rate; see the general form.</summary>
    /// <param name="controlRate">Conversion rate of the control arm, between 0 and 1.</param>
    public static long? UnitsPerArm(double controlRate, double effect, double power, ComparisonSettings settings)
    {
        var treatmentRate = settings.Difference == DifferenceKind.Relative ? controlRate * (1 + effect) : controlRate + effect;
        ThrowUnless(controlRate is > 0 and < 1, nameof(controlRate), controlRate, "The conversion rate must lie between 0 and 1.");
        ThrowUnless(treatmentRate is > 0 and < 1, nameof(effect), effect, "The effect would take the conversion rate out of 0 to 1.");
        return UnitsPerArm(controlRate, controlRate * (1 - controlRate), treatmentRate * (1 - treatmentRate), effect, power, settings);
    }

    /// <summary>Probability that the interval at <paramref name="perArm"/> units per arm excludes zero, on the side of the effect.</summary>
    public static double Of(
        long perArm, double controlMean, double controlVariance, double treatmentVariance, double effect, ComparisonSettings settings)
    {
        var variance = settings.Difference == DifferenceKind.Relative
            ? DeltaMethod.VarianceOfRatio(controlMean * (1 + effect), treatmentVariance, controlMean, controlVariance, 0)
            : controlVariance + treatmentVariance;
        var error = Math.Sqrt(variance / perArm);
        var estimate = new EffectEstimate(effect, error, double.PositiveInfinity, 2 * perArm, 1);
        var halfWidth = settings.Sequential
            ? SequentialTest.HalfWidth(estimate, settings.Alpha, settings.Tuning)
            : Normal.InvCDF(0, 1, 1 - (settings.Alpha / 2)) * error;
        return Normal.CDF(0, 1, (Math.Abs(effect) - halfWidth) / error);
    }

    private static void ThrowUnless(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
