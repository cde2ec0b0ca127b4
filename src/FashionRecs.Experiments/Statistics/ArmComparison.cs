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

        var halfWidth = settings.Sequential
            ? SequentialTest.HalfWidth(estimate, settings.Alpha, settings.Tuning)
            : TwoSidedTest.HalfWidth(estimate, settings.Alpha);
        return new Comparison(
            estimate.Effect,
            estimate.StandardError,
            estimate.Effect - halfWidth,
            estimate.Effect + halfWidth,
            settings.Sequential ? SequentialTest.PValue(estimate, settings.Alpha, settings.Tuning) : TwoSidedTest.PValue(estimate),
            BayesianTest.ChanceToWin(estimate),
            BayesianTest.Risk(estimate));
    }
}
