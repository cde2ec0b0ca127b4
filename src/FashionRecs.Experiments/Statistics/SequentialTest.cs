namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Asymptotic confidence sequences (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory
/// and asymptotic confidence sequences", arXiv:2103.06476): intervals that hold at all times at once, so that looking every
/// day raises no more false alarms than looking once.
/// </summary>
public static class SequentialTest
{
    /// <summary>
    /// The mixing parameter ρ that makes the interval tightest at <paramref name="tuning"/> units (the paper's equation for ρ).
    /// </summary>
    public static double Rho(double alpha, double tuning)
    {
        var evidence = -2 * Math.Log(alpha);
        return Math.Sqrt((evidence + Math.Log(evidence + 1)) / tuning);
    }

    /// <summary>Half the width of the interval at the estimate's number of units (the paper's equation 9).</summary>
    public static double HalfWidth(EffectEstimate estimate, double alpha, double tuning) => HalfWidth(estimate, alpha, tuning, alpha);

    /// <summary>
    /// The same at another level than the one that ρ was tuned for, as a correction for several comparisons asks for: the interval excludes
    /// zero exactly where <see cref="PValue"/> is below <paramref name="level"/>.
    /// </summary>
    internal static double HalfWidth(EffectEstimate estimate, double alpha, double tuning, double level)
    {
        var growth = Growth(estimate.Count, alpha, tuning);
        // The paper's variance is that of one observation: the squared standard error times n; one n cancels.
        return estimate.StandardError * Math.Sqrt(2 * growth / (growth - 1) * Math.Log(Math.Sqrt(growth) / level));
    }

    /// <summary>The always-valid p-value: one over the mixture's e-value (the paper's equation 155), at most 1.</summary>
    public static double PValue(EffectEstimate estimate, double alpha, double tuning)
    {
        var growth = Growth(estimate.Count, alpha, tuning);
        var z = estimate.Effect / estimate.StandardError;
        // In logarithms: strong evidence overflows the e-value long before the p-value reaches zero.
        var logEvidence = ((growth - 1) / growth * z * z / 2) - (0.5 * Math.Log(growth));
        return Math.Min(1, Math.Exp(-logEvidence));
    }

    /// <summary>nρ² + 1.</summary>
    private static double Growth(long count, double alpha, double tuning)
    {
        var rho = Rho(alpha, tuning);
        return (count * rho * rho) + 1;
    }
}
