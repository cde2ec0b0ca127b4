using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// The posterior of the effect under a flat prior is normal around the estimate; from it come the chance that the
/// treatment is better and the loss to expect when choosing it although it is not.
/// </summary>
public static class BayesianTest
{
    /// <summary>Probability that the treatment's mean is above the control's; 0 to 1.</summary>
    public static double ChanceToWin(EffectEstimate estimate) =>
        Normal.CDF(0, 1, estimate.Direction * estimate.Effect / estimate.StandardError);

    /// <summary>Expected loss E[max(−effect, 0)] when the treatment is chosen; in the effect's unit, 0 or more.</summary>
    public static double Risk(EffectEstimate estimate) => ExpectedLoss(estimate.Direction * estimate.Effect, estimate.StandardError);

    private static double ExpectedLoss(double gain, double deviation)
    {
        var z = gain / deviation;
        return Math.Max(0, (deviation * Normal.PDF(0, 1, z)) - (gain * Normal.CDF(0, 1, -z)));
    }
}
