using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Margins;

/// <summary>
/// Tests against a margin instead of zero: non-inferiority by one one-sided test, equivalence by two (TOST; Schuirmann, "A comparison of
/// the two one-sided tests procedure and the power approach", J. Pharmacokinetics and Biopharmaceutics 1987; Lakens, "Equivalence Tests",
/// Social Psychological and Personality Science 2017). At one look by Welch's t; at planned looks by half the repeated p-value of the
/// shifted effect; for every look by its whole always-valid p-value, 1 on the wrong side, which errs on the safe side.
/// </summary>
public static class MarginTest
{
    /// <summary>
    /// Chance of a result at least this good if the arm were worse by the margin; 0 to 1. Null where neither way is better.
    /// </summary>
    /// <param name="comparison">The arm against its control.</param>
    /// <param name="margin">Above 0, in the effect's unit.</param>
    /// <param name="settings">The settings that the comparison was made with.</param>
    public static double? NonInferiority(Comparison comparison, double margin, ComparisonSettings settings) => settings.Direction switch
    {
        MetricDirection.HigherIsBetter => Above(comparison, -margin, settings),
        MetricDirection.LowerIsBetter => Below(comparison, margin, settings),
        _ => null,
    };

    /// <summary>
    /// Chance of an effect at least this far inside ±margin if it truly were at one end; 0 to 1: the larger of both tests'.
    /// </summary>
    /// <param name="comparison">The arm against its control.</param>
    /// <param name="margin">Above 0, in the effect's unit.</param>
    /// <param name="settings">The settings that the comparison was made with.</param>
    public static double Equivalence(Comparison comparison, double margin, ComparisonSettings settings) =>
        Math.Max(Above(comparison, -margin, settings), Below(comparison, margin, settings));

    /// <summary>
    /// Level of the two-sided interval whose ends decide such tests at alpha: 2·alpha at one look, so that each end errs with alpha; alpha
    /// itself for every look.
    /// </summary>
    public static double IntervalLevel(ComparisonSettings settings, double alpha) =>
        settings.Sequential ? alpha : Math.Min(1 - 1e-9, 2 * alpha);

    private static double Above(Comparison comparison, double bound, ComparisonSettings settings)
    {
        var distance = comparison.Effect - bound;
        var shifted = new EffectEstimate(distance, comparison.StandardError, comparison.DegreesOfFreedom, comparison.Units, 1);
        return settings switch
        {
            { Group: { Reached: > 0 } plan } => distance > 0 ? plan.PValue(distance / comparison.StandardError) / 2 : 1,
            { Sequential: true } => distance > 0 ? SequentialTest.PValue(shifted, settings.Alpha, settings.Tuning) : 1,
            _ => StudentT.CDF(0, 1, comparison.DegreesOfFreedom, -distance / comparison.StandardError),
        };
    }

    private static double Below(Comparison comparison, double bound, ComparisonSettings settings) =>
        Above(comparison with { Effect = -comparison.Effect }, -bound, settings);
}
