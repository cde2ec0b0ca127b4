using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Health;

/// <summary>Units that were seen in two arms, and how much they can bias a comparison.</summary>
internal static class TwoArmsCheck
{
    public static HealthFinding Run(Phase phase, UnitScreen screen, HealthSettings settings)
    {
        var count = screen.InTwoArms.Count;
        if (count == 0)
        {
            return new("multiple exposure", HealthLevel.Fine, $"None of {screen.Units} units was seen in two arms.");
        }

        var isBroken = count > settings.MostInTwoArms * screen.Units;
        var seen = FormattableString.Invariant(
            $"{count} of {screen.Units} units ({100.0 * count / screen.Units:0.0} %) {(count == 1 ? "was" : "were")} seen in two arms");
        var rest = isBroken ? ": too many to be people on two devices, so assignment or logging is broken."
            : $", as people are who come on two devices. {Bias(phase, screen, settings, count)}";
        return new("multiple exposure", isBroken ? HealthLevel.Alarm : HealthLevel.Warning, seen + rest)
        {
            Values = new Dictionary<string, double> { ["units"] = count, ["of"] = screen.Units,
                ["bound"] = WorstCase(phase, screen, settings) },
        };
    }

    private static string Bias(Phase phase, UnitScreen screen, HealthSettings settings, int count)
    {
        var points = FormattableString.Invariant($"{100 * WorstCase(phase, screen, settings):0.0} percentage points");
        return settings.InTwoArms == MultipleExposure.FirstExposure
            ? $"{(count == 1 ? "It counts" : "They count")} in the arm seen first. "
                    + $"As {(count == 1 ? "it" : "they")} saw another one, too, a share can differ by up to {points} from what it would be."
            : $"{(count == 1 ? "It is" : "They are")} kept out. Had {(count == 1 ? "it" : "they")} counted in the arm seen first, a "
                + $"difference of shares could be up to {points} larger or smaller.";
    }

    /// <summary>
    /// Worst-case bound of the bias of a difference of shares (Manski, "Nonparametric Bounds on Treatment Effects", 1990): all such units
    /// of one arm do what is counted, and none of the other's.
    /// </summary>
    internal static double WorstCase(Phase phase, UnitScreen screen, HealthSettings settings)
    {
        var arms = phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Key).ToArray();
        var counted = screen.Rows.CountBy(row => row.Exposure.Arm).ToDictionary();
        return arms.Length < 2 ? 0 : Share(arms[0]) + arms.Skip(1).Max(Share);

        double Share(string arm)
        {
            var twice = screen.FirstOfTwo.GetValueOrDefault(arm);
            var all = counted.GetValueOrDefault(arm) + (settings.InTwoArms == MultipleExposure.FirstExposure ? 0 : twice);
            return all == 0 ? 0 : Math.Min(1, (double)twice / all);
        }
    }
}
