using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>
/// Tries a planned size out: many experiments with these arms, this correction and these looks go through the same statistics as a real
/// one. Right where no formula is, as for answers on a scale or many looks at many arms.
/// </summary>
public static class PowerSimulation
{
    /// <summary>
    /// Counts how often the smallest treatment arm, the only one with the effect, is found, and how often no effect makes an alarm.
    /// </summary>
    public static PowerCounts Run(PowerPlan plan, CancellationToken cancellation = default)
    {
        var random = new Random(plan.Seed);
        var live = plan.Weights.Where((weight, arm) => arm == 0 || weight > 0).ToArray();
        var smallest = Array.IndexOf(live, live.Skip(1).Min(), 1);
        var mean = plan.Settings.Difference == DifferenceKind.Relative ? plan.Baseline * (1 + plan.Effect) : plan.Baseline + plan.Effect;
        var looks = plan.Settings.Sequential ? plan.Looks : 1;
        long[] units = [.. live.Select(weight => Math.Max(2, (long)Math.Ceiling(plan.Units * weight / live.Sum() / looks)))];
        ArmSampler[] same = [.. units.Select(count => new ArmSampler(plan, count, plan.Baseline))];
        ArmSampler[] lifted = [.. same.Select((sampler, arm) => arm == smallest ? new ArmSampler(plan, units[arm], mean) : sampler)];
        var (found, alarms) = (0, 0);
        for (var experiment = 0; experiment < plan.Experiments; experiment++)
        {
            cancellation.ThrowIfCancellationRequested();
            found += SureArms(plan, lifted, looks, random).TryGetValue(smallest, out var effect)
                && Math.Sign(effect) == Math.Sign(plan.Effect) ? 1 : 0;
            alarms += SureArms(plan, same, looks, random).Count > 0 ? 1 : 0;
        }

        return new PowerCounts(plan.Experiments, found, alarms);
    }

    /// <summary>The arms called different at any look, each with its effect then.</summary>
    private static Dictionary<int, double> SureArms(PowerPlan plan, ArmSampler[] samplers, int looks, Random random)
    {
        var sums = new SummedStatistic?[samplers.Length];
        var sure = new Dictionary<int, double>();
        for (var look = 0; look < looks; look++)
        {
            for (var arm = 0; arm < samplers.Length; arm++)
            {
                var next = samplers[arm].Next(random);
                sums[arm] = sums[arm]?.Plus(next) ?? next;
            }

            var compared = Enumerable.Range(1, samplers.Length - 1)
                .Select(arm => (arm, Comparison: ArmComparison.Compare(sums[0]!, sums[arm]!, plan.Settings, out _)))
                .Where(pair => pair.Comparison is not null).ToArray();
            var corrected = PValueCorrection.Holm([.. compared.Select(pair => pair.Comparison!.PValue)]);
            foreach (var (pair, p) in compared.Zip(corrected).Where(entry => entry.Second < plan.Settings.Alpha))
            {
                sure.TryAdd(pair.arm, pair.Comparison!.Effect);
            }
        }

        return sure;
    }
}
