using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Welch's two-sided t-test ("The generalization of Student's problem", Biometrika 1947). Valid for one look whose time
/// was fixed beforehand.
/// </summary>
public static class TwoSidedTest
{
    /// <summary>Half the width of the 1 − <paramref name="alpha"/> confidence interval.</summary>
    public static double HalfWidth(EffectEstimate estimate, double alpha) =>
        Quantile(1 - (alpha / 2), estimate.DegreesOfFreedom) * estimate.StandardError;

    /// <summary>Chance of a difference at least this large if there were none; 0 to 1.</summary>
    public static double PValue(EffectEstimate estimate) =>
        2 * StudentT.CDF(0, 1, estimate.DegreesOfFreedom, -Math.Abs(estimate.Effect / estimate.StandardError));

    /// <summary>Student's t quantile for a probability of at least one half, for any degrees of freedom from 1.</summary>
    internal static double Quantile(double probability, double degreesOfFreedom)
    {
        // The library's own inverse stops at 800, which few degrees of freedom and a small alpha exceed.
        var high = Math.Max(1, Normal.InvCDF(0, 1, probability));
        while (Tail(high) > 1 - probability)
        {
            high *= 2;
        }

        return Brent.FindRoot(t => Tail(t) - (1 - probability), 0, high, 1e-12, 200);

        double Tail(double t) => StudentT.CDF(0, 1, degreesOfFreedom, -t);
    }
}
