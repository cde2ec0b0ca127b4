using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// The posterior of the effect under a flat prior is normal around the estimate; from it come the chance that the
/// treatment is better and the loss to expect when choosing it although it is not. Both assume one look and are no guard against
/// looking often.
/// </summary>
public static class BayesianTest
{
    /// <summary>
    /// Probability that the treatment is better than the control: below it where less is better, else above it; 0 to 1.
    /// </summary>
    public static double ChanceToWin(EffectEstimate estimate, MetricDirection better = MetricDirection.HigherIsBetter) =>
        Normal.CDF(0, 1, Gain(estimate, better) / estimate.StandardError);

    /// <summary>
    /// Expected loss E[max(−gain, 0)] when the treatment is chosen, a gain being an effect towards the better; in the effect's unit, 0 or
    /// more. Null where neither way is better.
    /// </summary>
    public static double? Risk(EffectEstimate estimate, MetricDirection better = MetricDirection.HigherIsBetter) =>
        better == MetricDirection.Neither ? null : ExpectedLoss(Gain(estimate, better), estimate.StandardError);

    private static double Gain(EffectEstimate estimate, MetricDirection better) =>
        (better == MetricDirection.LowerIsBetter ? -1 : 1) * estimate.Direction * estimate.Effect;

    private static double ExpectedLoss(double gain, double deviation)
    {
        var z = gain / deviation;
        return Math.Max(0, (deviation * Normal.PDF(0, 1, z)) - (gain * Normal.CDF(0, 1, -z)));
    }
}
