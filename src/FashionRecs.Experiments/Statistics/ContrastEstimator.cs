namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// A weighted sum of several arms' means, each with a variance of its own (Welch, "On the Comparison of Several Mean Values", Biometrika
/// 1951; degrees of freedom by Satterthwaite, Biometrics Bulletin 1946).
/// </summary>
public static class ContrastEstimator
{
    /// <summary>Estimates the sum; null with one sentence where an arm has fewer than two units or no variance.</summary>
    /// <param name="arms">The arms; adjusted ones are all adjusted by the slope of their pooled data.</param>
    /// <param name="weights">One per arm, not all 0; for a difference they sum to 0.</param>
    /// <param name="error">Why there is no estimate, else null.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static EffectEstimate? Estimate(IReadOnlyList<SampleStatistic> arms, IReadOnlyList<double> weights, out string? error)
    {
        if (arms.Count != weights.Count)
        {
            throw new ArgumentException($"{arms.Count} arms and {weights.Count} weights.", nameof(weights));
        }

        error = arms.Select((arm, at) => arm.Problem($"arm {at + 1}")).FirstOrDefault(problem => problem is not null)
            ?? (arms.Any(arm => arm.Count < 2) ? "Every arm needs at least 2 units." : null);
        if (error is not null)
        {
            return null;
        }

        var compared = CovariateAdjustment.WithCommonTheta(arms);
        double[] parts = [.. compared.Select((arm, at) => weights[at] * weights[at] * arm.Variance / arm.Count)];
        var variance = parts.Sum();
        if (compared.Any(arm => !(arm.Variance > 0)) || !double.IsFinite(variance))
        {
            error = "All units of an arm have the same value (zero variance), so no interval can be computed.";
            return null;
        }

        // As shares of their sum, whose squares cannot overflow.
        var freedom = 1 / parts.Select((part, at) => part / variance * (part / variance) / (compared[at].Count - 1)).Sum();
        return new EffectEstimate(
            compared.Select((arm, at) => weights[at] * arm.Mean).Sum(), Math.Sqrt(variance), freedom, compared.Sum(arm => arm.Count), 1);
    }
}
