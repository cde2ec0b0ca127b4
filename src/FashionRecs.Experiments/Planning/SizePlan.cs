using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Planning;

/// <summary>What a planned size follows from; kept with the design, so that a reader can repeat the calculation.</summary>
/// <param name="Kind">What the primary metric counts.</param>
/// <param name="Baseline">Expected value of the control arm; a rate between 0 and 1 for a proportion.</param>
/// <param name="SmallestEffect">The smallest effect worth finding; a share of the baseline if relative, else in the metric's unit.</param>
/// <param name="Power">Probability of finding it, between alpha and 1.</param>
/// <param name="Deviation">
/// Standard deviation of one unit, above 0; not used for a proportion, whose rate gives it. For a ratio M/D that of the linearized
/// (M − R·D) / mean(D), as the delta method has it.
/// </param>
public sealed record SizePlan(MetricKind Kind, double Baseline, double SmallestEffect, double Power, double Deviation)
{
    /// <summary>
    /// What is to be shown. For non-inferiority and equivalence the smallest effect is the margin and the arms are taken to be alike.
    /// Default a difference.
    /// </summary>
    public PrimaryQuestion Question { get; init; }

    /// <summary>
    /// Share of the exposed units that have a value at all, above 0 and up to 1: of answers, asked × answering. Default 1.
    /// </summary>
    public double CountedShare { get; init; } = 1;

    /// <summary>
    /// Correlation of the metric with earlier behaviour, −1 to 1; CUPED divides the needed units by 1/(1 − r²). Default 0.
    /// </summary>
    public double Correlation { get; init; }

    /// <summary>
    /// The size by which every treatment arm alone, were it the only one with the effect, is found with the power, after Holm's correction
    /// over all treatment arms and with the arms' weights. Null with one sentence where no practical size does or a number is out of its
    /// range.
    /// </summary>
    /// <param name="arms">The arms, the control first; those without weight are left out.</param>
    /// <param name="leastUnits">No number is shown of fewer counted units in an arm.</param>
    public PlannedSize? Size(IReadOnlyList<Arm> arms, ComparisonSettings settings, int leastUnits, out string? problem)
    {
        problem = Problem(arms);
        if (problem is not null)
        {
            return null;
        }

        try
        {
            var live = arms.Select(arm => arm.Weight).ToArray();
            var total = live.Sum();
            var treatments = live.Skip(1).Where(weight => weight > 0).ToArray();
            var level = settings.Alpha / treatments.Length;
            var target = MarginPlan.Of(this, settings, level);
            var (control, treatment) = Variances(target.Settings);
            // Of two arms the smaller treatment decides; all are compared with the one control.
            var ratio = new PairedArms(live[0] / total, treatments.Min() / total, control, treatment);
            var counted = PowerCalculation.Units(ratio, Baseline, target.Effect, target.Power, target.Settings, target.Level);
            if (counted is null)
            {
                problem = "Not even a billion units would reach this power; look for a larger effect.";
                return null;
            }

            var least = leastUnits / (live.Where(weight => weight > 0).Min() / total);
            var units = (long)Math.Ceiling(Math.Max(counted.Value, least) / CountedShare);
            // In all is what the arms hold together: each of them rounded up may be a shopper more than their sum.
            var perArm = live.Select(weight => (long)Math.Ceiling(units * weight / total)).ToArray();
            return new PlannedSize(
                perArm.Sum(), perArm,
                (long)Math.Ceiling(units * CountedShare * live.Where(weight => weight > 0).Min() / total), level, counted < least);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // The first line is the sentence; parameter and value follow it.
            problem = exception.Message.Split(" (Parameter", 2)[0];
            return null;
        }
    }

    private string? Problem(IReadOnlyList<Arm> arms) => this switch
    {
        _ when arms.Count < 2 || !(arms[0].Weight > 0) || !arms.Skip(1).Any(arm => arm.Weight > 0) || arms.Any(arm => !(arm.Weight >= 0)) =>
            "The arms' weights are missing.",
        { CountedShare: not (> 0 and <= 1) } =>
            "Nobody would have a value: the share of shoppers who are asked and answer must lie above 0 and up to 1.",
        { Correlation: not (> -1 and < 1) } => "The correlation with earlier behaviour must lie between −1 and 1.",
        _ => null,
    };

    private (double Control, double Treatment) Variances(ComparisonSettings settings)
    {
        var left = 1 - (Correlation * Correlation);
        if (Kind != MetricKind.Proportion)
        {
            return (left * Deviation * Deviation, left * Deviation * Deviation);
        }

        var rate = Question != PrimaryQuestion.Difference ? Baseline
            : settings.Difference == DifferenceKind.Relative ? Baseline * (1 + SmallestEffect) : Baseline + SmallestEffect;
        PowerCalculation.CheckRates(Baseline, rate);
        return (left * Baseline * (1 - Baseline), left * rate * (1 - rate));
    }
}
