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

        return Of(estimate, settings);
    }

    /// <summary>What can be said of an estimate.</summary>
    internal static Comparison Of(EffectEstimate estimate, ComparisonSettings settings)
    {
        var (low, high) = Interval(estimate, settings, settings.Alpha);
        return new Comparison(
            estimate.Effect,
            estimate.StandardError,
            low,
            high,
            PValue(estimate, settings),
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

    /// <summary>The two-sided p-value of an estimate, valid at the looks that the settings allow.</summary>
    internal static double PValue(EffectEstimate estimate, ComparisonSettings settings) => settings switch
    {
        { Group: { Reached: > 0 } plan } => plan.PValue(estimate.Effect / estimate.StandardError),
        { Sequential: true } => SequentialTest.PValue(estimate, settings.Alpha, settings.Tuning),
        _ => TwoSidedTest.PValue(estimate),
    };

    private static (double Low, double High) Interval(EffectEstimate estimate, ComparisonSettings settings, double level)
    {
        var halfWidth = settings switch
        {
            { Group: { Reached: > 0 } plan } => plan.Bounds(level, plan.Reached)[^1] * estimate.StandardError,
            { Sequential: true } => SequentialTest.HalfWidth(estimate, settings.Alpha, settings.Tuning, level),
            _ => TwoSidedTest.HalfWidth(estimate, level),
        };
        return (estimate.Effect - halfWidth, estimate.Effect + halfWidth);
    }
}
