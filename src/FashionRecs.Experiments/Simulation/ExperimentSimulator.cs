using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>
/// Runs many artificial experiments through the same statistics as real ones and counts the alarms: the proof that the
/// error rates are what they are said to be.
/// </summary>
public static class ExperimentSimulator
{
    /// <summary>Experiments in which both arms are the same (A/A), looked at once a day; every alarm is false.</summary>
    public static SimulationCounts Null(SimulationPlan plan, CancellationToken cancellation = default) =>
        Run(plan, plan.UnitsPerDay, plan.Baseline, cancellation);

    /// <summary>
    /// Experiments with a true lift, as long as planned for the power; null if no size reaches it. The first is planned for
    /// one look at the end, the second for the sequential rule.
    /// </summary>
    public static (SimulationCounts Once, SimulationCounts Sequential)? WithLift(SimulationPlan plan,
        CancellationToken cancellation = default)
    {
        var once = PowerCalculation.UnitsPerArm(plan.Baseline, plan.Lift, plan.Power, plan.Settings with { Sequential = false });
        var sequential = PowerCalculation.UnitsPerArm(plan.Baseline, plan.Lift, plan.Power, plan.Settings with { Sequential = true });
        return once is null || sequential is null ? null : (Planned(once.Value), Planned(sequential.Value));

        SimulationCounts Planned(long units) =>
            Run(plan, Math.Max(1, (units + plan.Days - 1) / plan.Days), plan.Baseline * (1 + plan.Lift), cancellation);
    }

    private static SimulationCounts Run(SimulationPlan plan, long unitsPerDay, double treatmentRate, CancellationToken cancellation)
    {
        var random = new Random(plan.Seed);
        var control = new BinomialSampler(unitsPerDay, plan.Baseline);
        var treatment = new BinomialSampler(unitsPerDay, treatmentRate);
        var (sequential, anyLook, atTheEnd) = (0, 0, 0);
        for (var experiment = 0; experiment < plan.Experiments; experiment++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (inControl, inTreatment, units) = (0L, 0L, 0L);
            var (bySequence, byPeeking, byLastLook) = (false, false, false);
            for (var day = 0; day < plan.Days; day++)
            {
                inControl += control.Next(random);
                inTreatment += treatment.Next(random);
                units += unitsPerDay;
                var estimate = EffectEstimator.Estimate(
                    new ProportionStatistic(units, inControl), new ProportionStatistic(units, inTreatment), plan.Settings.Difference,
                    out _);
                byLastLook = estimate is { } seen && TwoSidedTest.PValue(seen) < plan.Settings.Alpha;
                byPeeking |= byLastLook;
                bySequence |= estimate is { } look
                    && Math.Abs(look.Effect) > SequentialTest.HalfWidth(look, plan.Settings.Alpha, plan.Settings.Tuning);
            }

            sequential += bySequence ? 1 : 0;
            anyLook += byPeeking ? 1 : 0;
            atTheEnd += byLastLook ? 1 : 0;
        }

        return new SimulationCounts(plan.Experiments, unitsPerDay * plan.Days, plan.Days, sequential, anyLook, atTheEnd);
    }
}
