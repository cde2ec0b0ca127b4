using System.Globalization;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Health;

/// <summary>Checks that come before any result: was the experiment carried out as planned?</summary>
public static class HealthChecks
{
    /// <summary>All findings, each check once, also the fine ones.</summary>
    /// <param name="covariate">What each unit did before the experiment; null if unknown.</param>
    /// <param name="deleted">How many units of each arm were deleted on request; null or absent for none.</param>
    public static IReadOnlyList<HealthFinding> Run(
        Phase phase, UnitScreen screen, HealthSettings settings, IReadOnlyDictionary<string, double>? covariate = null,
        IReadOnlyDictionary<string, int>? deleted = null) =>
    [
        SampleRatio(phase, screen),
        TwoArmsCheck.Run(phase, screen, settings),
        UnknownArm(screen),
        ShownViewCheck.Run(phase, screen, settings),
        Imbalance(phase, screen, settings, covariate),
        Bots(phase, screen),
        AnswersCheck.Run(phase, screen, settings),
        Clock(screen),
        AfterTheEnd(phase, screen),
        Deleted(phase, deleted),
    ];

    private static HealthFinding SampleRatio(Phase phase, UnitScreen screen)
    {
        // Programs are counted here: screening them out could itself tip the balance.
        var units = screen.Rows.Concat(screen.Bots).ToLookup(row => row.Exposure.Arm);
        long[] counts = [.. phase.Arms.Select(arm => (long)units[arm.Key].Count())];
        double[] weights = [.. phase.Arms.Select(arm => arm.Weight)];
        var p = SampleRatioTest.PValue(counts, weights);
        var alarm = p < SampleRatioTest.AlarmBelow;
        var split = string.Join(" : ", counts);
        var how = SampleRatioTest.IsSparse(counts, weights) ? " (exact multinomial test, as fewer than 5 are expected in an arm)" : "";
        return new("sample ratio", alarm ? HealthLevel.Alarm : HealthLevel.Fine, string.Create(CultureInfo.InvariantCulture,
            $"The arms hold {split} units; the chance of a split at least this uneven is "
                + $"{p:G2}{how}{(alarm ? ", below 0.001, so assignment or logging is broken" : "")}."))
        {
            Values = phase.Arms.Zip(counts).ToDictionary(pair => $"units of {pair.First.Key}", pair => (double)pair.Second)
                .Append(new("p", p)).ToDictionary(),
        };
    }

    private static HealthFinding UnknownArm(UnitScreen screen) => new(
        "arms seen",
        screen.UnknownArm == 0 ? HealthLevel.Fine : HealthLevel.Alarm,
        screen.UnknownArm == 0 ? "No exposure is of an arm that has no weight."
            : $"{screen.UnknownArm} {(screen.UnknownArm == 1 ? "exposure is of an arm that has" : "exposures are of arms that have")} no "
                + "weight and should never have been shown.");

    private static HealthFinding Imbalance(Phase phase, UnitScreen screen, HealthSettings settings,
        IReadOnlyDictionary<string, double>? covariate)
    {
        const string check = "balance before the start";
        if (covariate is null)
        {
            return new(check, HealthLevel.Fine, "Nothing is known of the units before the start.") { WasChecked = false };
        }

        if (screen.Rows.Count > 0 && screen.Rows.All(row => covariate.GetValueOrDefault(row.Exposure.Unit) == 0))
        {
            return new(check, HealthLevel.Fine,
                $"None of the {screen.Rows.Count} units did anything before the start, so there is nothing to compare.")
            {
                WasChecked = false,
            };
        }

        if (BalancePValue(phase, screen, covariate) is not { } p)
        {
            return new(check, HealthLevel.Fine, "Too few units did something before the start to compare the arms by it.")
            {
                WasChecked = false,
            };
        }

        return new(check, p < settings.ImbalanceBelow ? HealthLevel.Alarm : HealthLevel.Fine, FormattableString.Invariant(
            $"What the units did before the start differs between arms with a corrected p-value of {p:G2}."))
        {
            Values = new Dictionary<string, double> { ["p"] = p },
        };
    }

    /// <summary>
    /// The smallest p-value, corrected by Holm, of what units did before the start, each arm against the control; null without a
    /// comparison.
    /// </summary>
    internal static double? BalancePValue(Phase phase, UnitScreen screen, IReadOnlyDictionary<string, double> covariate)
    {
        var arms = screen.Rows.ToLookup(row => row.Exposure.Arm, row => covariate.GetValueOrDefault(row.Exposure.Unit));
        var control = MeanStatistic.Of(arms[phase.Arms[0].Key]);
        var once = new ComparisonSettings { Sequential = false, Difference = DifferenceKind.Absolute };
        var compared = phase.Arms.Skip(1)
            .Select(arm => ArmComparison.Compare(control, MeanStatistic.Of(arms[arm.Key]), once, out _)?.PValue)
            .OfType<double>().ToArray();
        return compared.Length == 0 ? null : PValueCorrection.Holm(compared).Min();
    }

    internal static HealthFinding Bots(Phase phase, UnitScreen screen)
    {
        var perArm = string.Join(", ", phase.Arms.Select(arm => $"{arm.Key} {screen.Bots.Count(row => row.Exposure.Arm == arm.Key)}"));
        return new("programs", screen.Bots.Count == 0 ? HealthLevel.Fine : HealthLevel.Warning,
            screen.Bots.Count == 0 ? "No unit acts like a bot."
                : (screen.Bots.Count == 1 ? "1 unit acts like a bot and is" : $"{screen.Bots.Count} units act like bots and are")
                    + $" kept out ({perArm}).")
        {
            Values = new Dictionary<string, double> { ["units"] = screen.Bots.Count },
        };
    }

    internal static HealthFinding Clock(UnitScreen screen) => new(
        "clock",
        screen.BeforeExposure == 0 ? HealthLevel.Fine : HealthLevel.Warning,
        screen.BeforeExposure == 0
            ? "No outcome is timed before its exposure."
            : (screen.BeforeExposure == 1 ? "1 outcome is timed before its" : $"{screen.BeforeExposure} outcomes are timed before their")
                + " exposure, as after a clock was moved back. Such count as immediate.")
    {
        Values = new Dictionary<string, double> { ["outcomes"] = screen.BeforeExposure },
    };

    internal static HealthFinding AfterTheEnd(Phase phase, UnitScreen screen) => new(
        "after the end",
        HealthLevel.Fine,
        phase.EndedAt is null ? "The phase is still running."
            : screen.AfterTheEnd == 0 ? "Nothing was logged after the end of the phase."
            : (screen.AfterTheEnd == 1 ? "1 line was logged after the end of the phase and does"
                : $"{screen.AfterTheEnd} lines were logged after the end of the phase and do") + " not count.");

    internal static HealthFinding Deleted(Phase phase, IReadOnlyDictionary<string, int>? deleted)
    {
        var gone = phase.Arms.Select(arm => (arm.Key, Count: deleted?.GetValueOrDefault(arm.Key) ?? 0)).Where(arm => arm.Count > 0)
            .ToArray();
        return new("deleted on request", HealthLevel.Fine, gone.Length == 0
            ? "Nobody asked to be deleted."
            : $"{string.Join(", ", gone.Select(arm => $"{arm.Count} of '{arm.Key}'"))} asked to be deleted; they count nowhere, so earlier "
                + $"reports may show more.");
    }
}
