using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Application.Research;

/// <summary>Reads what the results of an experiment are computed from.</summary>
public sealed class ExperimentReader(IExperimentStore experiments, IExposureStore log, IShopperStore shoppers,
    CalendarOptions calendar)
{
    /// <summary>How far back the behaviour before a phase is counted.</summary>
    public static readonly TimeSpan Earlier = TimeSpan.FromDays(28);

    private static readonly PreferenceSignal[] Wanted = [PreferenceSignal.Like, PreferenceSignal.Bag];

    /// <summary>
    /// One phase of an experiment with its log; null where there is no such experiment. Without a number the last phase is read;
    /// with one that is none of its phases', none.
    /// </summary>
    public async Task<ExperimentRecord?> ReadAsync(string key, int? phaseNumber = null, CancellationToken cancellation = default)
    {
        if (await experiments.FindAsync(key, cancellation) is not var (experiment, revision))
        {
            return null;
        }

        // What participants did is read by Lab.LabReader, and two rankings in one list by InterleavingReader: nobody is in one arm there.
        var phase = !experiment.Design.ComparesArms ? null : phaseNumber is null ? experiment.Phases.LastOrDefault()
            : experiment.Phases.FirstOrDefault(phase => phase.Number == phaseNumber);
        if (phase is null)
        {
            return new ExperimentRecord(experiment, revision, null, [], [], new Dictionary<string, double>());
        }

        var (exposures, outcomes) = await log.ReadAsync(key, cancellation);
        var units = exposures.Select(exposure => exposure.Unit).ToHashSet();
        var dated = CalendarSegments.Added(exposures, calendar.Zone);
        return new ExperimentRecord(experiment, revision, phase, dated, outcomes, await BehaviourAsync(phase, units, cancellation))
        {
            Zone = calendar.Zone,
            Deleted = (await log.DeletedAsync(key, cancellation)).Where(gone => gone.Phase == phase.Number)
                .ToDictionary(gone => gone.Arm, gone => gone.Count),
        };
    }

    /// <summary>
    /// Changes with everything that could change what <see cref="ReadAsync"/> returns: another phase, an exposure, an outcome, a shopper
    /// who was deleted. Null where there is no such experiment.
    /// </summary>
    public Task<(long Revision, int Exposures, long LastOutcome)?> StampAsync(string key, CancellationToken cancellation = default) =>
        log.StampAsync(key, cancellation);

    /// <summary>Likes and products bagged before the phase, per unit; what an arm can no longer change.</summary>
    private async Task<Dictionary<string, double>> BehaviourAsync(Phase phase, HashSet<string> units, CancellationToken cancellation) =>
        (await shoppers.CountAsync(Wanted, phase.StartedAt - Earlier, phase.StartedAt, cancellation))
            .Select(pair => (Unit: pair.Key.ToString(), Count: pair.Value)).Where(pair => units.Contains(pair.Unit))
            .ToDictionary(pair => pair.Unit, pair => (double)pair.Count);
}
