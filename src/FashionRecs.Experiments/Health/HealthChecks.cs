using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Health;

/// <summary>Checks that come before any result: was the experiment carried out as planned?</summary>
public static class HealthChecks
{
    /// <summary>All findings, each check once, also the fine ones.</summary>
    /// <param name="covariate">What each unit did before the experiment; null if unknown.</param>
    public static IReadOnlyList<HealthFinding> Run(
        Phase phase, UnitScreen screen, HealthSettings settings, IReadOnlyDictionary<string, double>? covariate = null) =>
    [
        SampleRatio(phase, screen),
        TwoArms(screen, settings),
        UnknownArm(screen),
        Imbalance(phase, screen, settings, covariate),
        Bots(phase, screen),
        Clock(screen),
    ];

    private static HealthFinding SampleRatio(Phase phase, UnitScreen screen)
    {
        // Programs are counted here: screening them out could itself tip the balance.
        var units = screen.Rows.Concat(screen.Bots).ToLookup(row => row.Exposure.Arm);
        long[] counts = [.. phase.Arms.Select(arm => (long)units[arm.Key].Count())];
        var p = SampleRatioTest.PValue(counts, [.. phase.Arms.Select(arm => arm.Weight)]);
        var alarm = p < SampleRatioTest.AlarmBelow;
        var split = string.Join(" : ", counts);
        return new("sample ratio", alarm ? HealthLevel.Alarm : HealthLevel.Fine, FormattableString.Invariant(
            $"The arms hold {split} units; the chance of a split at least this uneven is {p:G2}{(alarm ? ", below 0.001, so assignment or logging is broken" : "")}."));
    }

    private static HealthFinding TwoArms(UnitScreen screen, HealthSettings settings)
    {
        var count = screen.InTwoArms.Count;
        var all = count + screen.Rows.Count + screen.Bots.Count;
        var level = count == 0 ? HealthLevel.Fine : count > settings.MostInTwoArms * all ? HealthLevel.Alarm : HealthLevel.Warning;
        return new("multiple exposure", level, $"{count} of {all} units {(count == 1 ? "was" : "were")} seen in two arms{(count switch { 0 => "", 1 => " and is kept out", _ => " and are kept out" })}.");
    }

    private static HealthFinding UnknownArm(UnitScreen screen) => new(
        "arms seen",
        screen.UnknownArm == 0 ? HealthLevel.Fine : HealthLevel.Alarm,
        $"{screen.UnknownArm} {(screen.UnknownArm == 1 ? "exposure is of an arm that has" : "exposures are of arms that have")} no weight{(screen.UnknownArm == 0 ? "" : " and should never have been shown")}.");

    private static HealthFinding Imbalance(Phase phase, UnitScreen screen, HealthSettings settings, IReadOnlyDictionary<string, double>? covariate)
    {
        const string check = "balance before the start";
        if (covariate is null)
        {
            return new(check, HealthLevel.Fine, "Nothing is known of the units before the start.");
        }

        var arms = screen.Rows.ToLookup(row => row.Exposure.Arm, row => covariate.GetValueOrDefault(row.Exposure.Unit));
        var control = MeanStatistic.Of(arms[phase.Arms[0].Key]);
        var once = new ComparisonSettings { Sequential = false, Difference = DifferenceKind.Absolute };
        var compared = phase.Arms.Skip(1)
            .Select(arm => ArmComparison.Compare(control, MeanStatistic.Of(arms[arm.Key]), once, out _)?.PValue)
            .OfType<double>().ToArray();
        if (compared.Length == 0)
        {
            return new(check, HealthLevel.Fine, "There are too few units to compare what they did before the start.");
        }

        var p = PValueCorrection.Holm(compared).Min();
        return new(check, p < settings.ImbalanceBelow ? HealthLevel.Alarm : HealthLevel.Fine, FormattableString.Invariant(
            $"What the units did before the start differs between arms with a corrected p-value of {p:G2}."));
    }

    private static HealthFinding Bots(Phase phase, UnitScreen screen)
    {
        var perArm = string.Join(", ", phase.Arms.Select(arm => $"{arm.Key} {screen.Bots.Count(row => row.Exposure.Arm == arm.Key)}"));
        return new("programs", screen.Bots.Count == 0 ? HealthLevel.Fine : HealthLevel.Warning,
            screen.Bots.Count == 0 ? "No unit acts like a program." : $"{(screen.Bots.Count == 1 ? "1 unit acts like a program and is" : $"{screen.Bots.Count} units act like programs and are")} kept out ({perArm}).");
    }

    private static HealthFinding Clock(UnitScreen screen) => new(
        "clock",
        screen.BeforeExposure == 0 ? HealthLevel.Fine : HealthLevel.Warning,
        screen.BeforeExposure == 0
            ? "No outcome is timed before its exposure."
            : $"{(screen.BeforeExposure == 1 ? "1 outcome is timed before its" : $"{screen.BeforeExposure} outcomes are timed before their")} exposure: the clock was moved back. Such count as immediate.");
}
