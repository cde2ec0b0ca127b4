using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Health;

/// <summary>The units of a phase, sorted into those that count and those that are kept out, with the reason.</summary>
/// <param name="Rows">Units that count, each once.</param>
/// <param name="InTwoArms">Units seen in more than one arm, whether or not they count.</param>
/// <param name="Bots">Units taken for programs, with their rows.</param>
/// <param name="UnknownArm">Exposures whose arm the phase does not have, or gives no weight.</param>
/// <param name="BeforeExposure">Outcomes timed before their exposure by more than the tolerance.</param>
public sealed record UnitScreen(
    IReadOnlyList<UnitRow> Rows, IReadOnlyList<string> InTwoArms, IReadOnlyList<UnitRow> Bots, int UnknownArm, int BeforeExposure)
{
    /// <summary>Units seen in more than one arm, by the arm that they saw first.</summary>
    public IReadOnlyDictionary<string, int> FirstOfTwo { get; init; } = new Dictionary<string, int>();

    /// <summary>Exposures and outcomes after the end of the phase; they do not count.</summary>
    public int AfterTheEnd { get; init; }

    /// <summary>How many units were seen.</summary>
    public int Units { get; init; }

    /// <summary>Sorts the units of one phase of an experiment's log.</summary>
    public static UnitScreen Of(string experiment, Phase phase, IEnumerable<Exposure> exposures, IEnumerable<Outcome> outcomes,
        HealthSettings settings)
    {
        var all = exposures.Where(exposure => exposure.Experiment == experiment && exposure.Phase == phase.Number).ToArray();
        // From then on shoppers see something else, so nothing that they do belongs to the phase.
        var seen = all.Where(exposure => !(exposure.At > phase.EndedAt)).ToArray();
        var byExposure = outcomes.DistinctBy(outcome => outcome.Id).ToLookup(outcome => outcome.ExposureId);
        var live = phase.Arms.Where(arm => arm.Weight > 0).Select(arm => arm.Key).ToHashSet();
        var (rows, firsts, bots, unknown, early) = (new List<UnitRow>(), new List<Exposure>(), new List<UnitRow>(), 0, 0);
        var late = all.Length - seen.Length + all.Sum(exposure => byExposure[exposure.Id].Count(outcome => outcome.At > phase.EndedAt));
        foreach (var unit in seen.GroupBy(exposure => exposure.Unit))
        {
            unknown += unit.Count(exposure => !live.Contains(exposure.Arm));
            var first = unit.MinBy(exposure => exposure.At)!;
            var isTwice = unit.Any(exposure => exposure.Arm != first.Arm);
            if (isTwice)
            {
                firsts.Add(first);
                if (settings.InTwoArms == MultipleExposure.KeepOut)
                {
                    continue;
                }
            }

            // What a unit does is logged for each of its exposures; it did it once.
            var done = unit.SelectMany(exposure => byExposure[exposure.Id]).Where(outcome => !(outcome.At > phase.EndedAt));
            var row = new UnitRow(first,
                [.. isTwice ? done.DistinctBy(outcome => (outcome.Kind, outcome.At, outcome.Product, outcome.Value)) : done]);
            early += row.Outcomes.Count(outcome => row.Exposure.At - outcome.At > settings.ClockTolerance);
            if (live.Contains(first.Arm))
            {
                (BotScreen.IsBot(row, settings) ? bots : rows).Add(row);
            }
        }

        return new UnitScreen(rows, [.. firsts.Select(exposure => exposure.Unit)], bots, unknown, early)
        {
            FirstOfTwo = firsts.CountBy(exposure => exposure.Arm).ToDictionary(),
            AfterTheEnd = late,
            Units = seen.DistinctBy(exposure => exposure.Unit).Count(),
        };
    }
}
