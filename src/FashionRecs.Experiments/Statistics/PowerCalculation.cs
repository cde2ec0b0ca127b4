using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics;

/// <summary>How many units an experiment needs so that it probably finds an effect of a given size. </summary>
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
        Check(controlMean, controlVariance, treatmentVariance, effect, power, settings);
        return Smallest(units => Of(units, controlMean, controlVariance, treatmentVariance, effect, settings), power);
    }

    /// <summary>
    /// Units of the whole experiment, of which the compared arms have their shares, for one comparison of several; null if not even a
    /// billion would do.
    /// </summary>
    /// <param name="arms">The compared arms.</param>
    /// <param name="level">Alpha of this comparison after the correction for all; the settings' own tunes a sequential interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range; the message says which.</exception>
    public static long? Units(PairedArms arms, double controlMean, double effect, double power, ComparisonSettings settings, double level)
    {
        Check(controlMean, arms.ControlVariance, arms.TreatmentVariance, effect, power, settings);
        var last = LastBound(settings, level);
        return Smallest(units => Of(arms, units, controlMean, effect, settings, level, last), power);
    }

    /// <summary>Throws where two conversion rates are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside 0 to 1; the message says which.</exception>
    internal static void CheckRates(double controlRate, double treatmentRate)
    {
        ThrowUnless(controlRate is > 0 and < 1, nameof(controlRate), controlRate, "The conversion rate must lie between 0 and 1.");
        ThrowUnless(treatmentRate is > 0 and < 1, nameof(treatmentRate), treatmentRate,
            "The effect would take the conversion rate out of 0 to 1.");
    }

    /// <summary>Units per arm for a conversion rate; see the general form.</summary>
    /// <param name="controlRate">Conversion rate of the control arm, between 0 and 1.</param>
    public static long? UnitsPerArm(double controlRate, double effect, double power, ComparisonSettings settings)
    {
        var treatmentRate = settings.Difference == DifferenceKind.Relative ? controlRate * (1 + effect) : controlRate + effect;
        CheckRates(controlRate, treatmentRate);
        return UnitsPerArm(controlRate, controlRate * (1 - controlRate), treatmentRate * (1 - treatmentRate), effect, power, settings);
    }

    /// <summary>
    /// Probability that the interval at <paramref name="perArm"/> units per arm excludes zero, on the side of the effect.
    /// </summary>
    public static double Of(
        long perArm, double controlMean, double controlVariance, double treatmentVariance, double effect, ComparisonSettings settings) =>
        Of(new PairedArms(0.5, 0.5, controlVariance, treatmentVariance), 2.0 * perArm, controlMean, effect, settings, settings.Alpha);

    /// <summary>The same with arms of unequal size and another alpha for this comparison.</summary>
    /// <param name="units">Units of the whole experiment.</param>
    public static double Of(PairedArms arms, double units, double controlMean, double effect, ComparisonSettings settings, double level) =>
        Of(arms, units, controlMean, effect, settings, level, LastBound(settings, level));

    /// <summary>What the standardized effect must exceed at the last look.</summary>
    private static double LastBound(ComparisonSettings settings, double level) =>
        settings.Group is { } plan ? plan.Bounds(level, plan.Looks)[^1] : Normal.InvCDF(0, 1, 1 - (level / 2));

    private static double Of(PairedArms arms, double units, double controlMean, double effect, ComparisonSettings settings, double level,
        double last)
    {
        var (control, treatment) =
            (arms.ControlVariance / (arms.ControlShare * units), arms.TreatmentVariance / (arms.TreatmentShare * units));
        var error = Math.Sqrt(settings.Difference == DifferenceKind.Relative
            ? DeltaMethod.VarianceOfRatio(controlMean * (1 + effect), treatment, controlMean, control, 0)
            : control + treatment);
        var estimate =
            new EffectEstimate(effect, error, double.PositiveInfinity, (long)((arms.ControlShare + arms.TreatmentShare) * units), 1);
        var halfWidth = settings.Sequential ? SequentialTest.HalfWidth(estimate, settings.Alpha, settings.Tuning, level) : last * error;
        return Normal.CDF(0, 1, (Math.Abs(effect) - halfWidth) / error);
    }

    private static void Check(double controlMean, double controlVariance, double treatmentVariance, double effect, double power,
        ComparisonSettings settings)
    {
        ThrowUnless(effect != 0 && double.IsFinite(effect), nameof(effect), effect, "The smallest effect must not be zero.");
        ThrowUnless(controlVariance > 0 && treatmentVariance > 0, nameof(controlVariance), controlVariance,
            "The variances must be above zero.");
        ThrowUnless(settings.Problem() is null, nameof(settings), settings, settings.Problem() ?? "");
        ThrowUnless(power > settings.Alpha && power < 1, nameof(power), power, "The power must lie between alpha and 1.");
        ThrowUnless(settings.Difference == DifferenceKind.Absolute || controlMean != 0, nameof(controlMean), controlMean,
            "A relative effect needs a control mean that is not zero.");
    }

    /// <summary>Power grows with the number of units, so halving finds the smallest one; null if the largest is not enough.</summary>
    private static long? Smallest(Func<long, double> powerOf, double power)
    {
        if (powerOf(MaximumPerArm) < power)
        {
            return null;
        }

        var (low, high) = (1L, MaximumPerArm);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = powerOf(middle) >= power ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static void ThrowUnless(bool holds, string name, object? value, string message)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
