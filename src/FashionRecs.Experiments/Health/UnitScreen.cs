using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Health;

/// <summary>The units of a phase, sorted into those that count and those that are kept out, with the reason.</summary>
/// <param name="Rows">Units that count, each once.</param>
/// <param name="InTwoArms">Units seen in more than one arm.</param>
/// <param name="Bots">Units taken for programs, with their rows.</param>
/// <param name="UnknownArm">Exposures whose arm the phase does not have, or gives no weight.</param>
/// <param name="BeforeExposure">Outcomes timed before their exposure by more than the tolerance: the clock was moved back.</param>
public sealed record UnitScreen(
    IReadOnlyList<UnitRow> Rows, IReadOnlyList<string> InTwoArms, IReadOnlyList<UnitRow> Bots, int UnknownArm, int BeforeExposure)
{
    /// <summary>Sorts the units of one phase of an experiment's log.</summary>
    public static UnitScreen Of(string experiment, Phase phase, IEnumerable<Exposure> exposures, IEnumerable<Outcome> outcomes, HealthSettings settings)
    {
        var seen = exposures.Where(exposure => exposure.Experiment == experiment && exposure.Phase == phase.Number).ToArray();
        var byExposure = outcomes.DistinctBy(outcome => outcome.Id).ToLookup(outcome => outcome.ExposureId);
        var live = phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Key).ToHashSet();
        var (rows, twice, bots, unknown, early) = (new List<UnitRow>(), new List<string>(), new List<UnitRow>(), 0, 0);
        foreach (var unit in seen.GroupBy(exposure => exposure.Unit))
        {
            unknown += unit.Count(exposure => !live.Contains(exposure.Arm));
            if (unit.Select(exposure => exposure.Arm).Distinct().Count() > 1)
            {
                twice.Add(unit.Key);
                continue;
            }

            var row = new UnitRow(unit.First(), [.. byExposure[unit.First().Id]]);
            early += row.Outcomes.Count(outcome => row.Exposure.At - outcome.At > settings.ClockTolerance);
            if (live.Contains(row.Exposure.Arm))
            {
                (BotScreen.IsBot(row, settings) ? bots : rows).Add(row);
            }
        }

        return new UnitScreen(rows, twice, bots, unknown, early);
    }
}
