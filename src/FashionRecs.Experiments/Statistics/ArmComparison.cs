namespace FashionRecs.Experiments.Statistics;

/// <summary>Compares a treatment arm with its control arm.</summary>
public static class ArmComparison
{
    /// <summary>Compares two arms.</summary>
    /// <param name="error">One sentence that says why there is no result, else null.</param>
    /// <returns>The comparison, or null with an error.</returns>
    public static Comparison? Compare(SampleStatistic control, SampleStatistic treatment, ComparisonSettings settings, out string? error)
    {
        error = settings.Problem();
        if (error is not null || EffectEstimator.Estimate(control, treatment, settings.Difference, out error) is not { } estimate)
        {
            return null;
        }

        var (low, high) = Interval(estimate, settings, settings.Alpha);
        return new Comparison(
            estimate.Effect,
            estimate.StandardError,
            low,
            high,
            settings.Sequential ? SequentialTest.PValue(estimate, settings.Alpha, settings.Tuning) : TwoSidedTest.PValue(estimate),
            BayesianTest.ChanceToWin(estimate, settings.Direction),
            BayesianTest.Risk(estimate, settings.Direction))
        {
            DegreesOfFreedom = estimate.DegreesOfFreedom,
            Units = estimate.Count,
        };
    }

    /// <summary>The interval of a comparison at another level, as a correction for several comparisons asks for.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="settings">The settings it was made with; the mixing parameter of a sequential interval stays that of their
    /// alpha.</param>
    /// <param name="level">The interval holds with a chance of 1 − level; between 0 and 1.</param>
    public static (double Low, double High) Interval(Comparison comparison, ComparisonSettings settings, double level) => Interval(
        new EffectEstimate(comparison.Effect, comparison.StandardError, comparison.DegreesOfFreedom, comparison.Units, 1), settings, level);

    private static (double Low, double High) Interval(EffectEstimate estimate, ComparisonSettings settings, double level)
    {
        var halfWidth = settings.Sequential
            ? SequentialTest.HalfWidth(estimate, settings.Alpha, settings.Tuning, level)
            : TwoSidedTest.HalfWidth(estimate, level);
        return (estimate.Effect - halfWidth, estimate.Effect + halfWidth);
    }
}
