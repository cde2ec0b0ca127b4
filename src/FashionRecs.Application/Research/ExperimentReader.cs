using FashionRecs.Domain.Preferences;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Research;
using FashionRecs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Application.Research;

/// <summary>Reads what the results of an experiment are computed from.</summary>
public sealed class ExperimentReader(ShopDatabase database, ExperimentStore experiments, ExposureStore log)
{
    /// <summary>How far back the behaviour before a phase is counted.</summary>
    public static readonly TimeSpan Earlier = TimeSpan.FromDays(28);

    private static readonly string[] Wanted = [nameof(PreferenceSignal.Like), nameof(PreferenceSignal.Bag)];

    /// <summary>One phase of an experiment with its log; null where there is no such experiment. Without a number the last phase is read.</summary>
    public async Task<ExperimentRecord?> ReadAsync(string key, int? phaseNumber = null, CancellationToken cancellation = default)
    {
        if (await experiments.FindAsync(key, cancellation) is not var (experiment, revision))
        {
            return null;
        }

        var phase = experiment.Phases.FirstOrDefault(phase => phase.Number == phaseNumber) ?? experiment.Phases.LastOrDefault();
        if (phase is null)
        {
            return new ExperimentRecord(experiment, revision, null, [], [], new Dictionary<string, double>());
        }

        var (exposures, outcomes) = await log.ReadAsync(key, cancellation);
        var units = exposures.Select(exposure => exposure.Unit).ToHashSet();
        return new ExperimentRecord(experiment, revision, phase, exposures, outcomes, await BehaviourAsync(phase, units, cancellation));
    }

    /// <summary>
    /// Changes with everything that could change what <see cref="ReadAsync"/> returns: another phase, an exposure, an outcome, a shopper who was deleted. Null where
    /// there is no such experiment. Outcomes of any experiment change it, since counting those of one would mean to read them.
    /// </summary>
    public Task<(long Revision, int Exposures, long LastOutcome)?> StampAsync(string key, CancellationToken cancellation = default) =>
        database.RunAsync<(long, int, long)?>(async context => await context.Experiments.AsNoTracking().Where(row => row.Key == key).Select(row => (long?)row.Revision).SingleOrDefaultAsync(cancellation) is { } revision
            ? (revision, await context.Exposures.CountAsync(row => row.Experiment == key, cancellation), await context.Outcomes.MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0)
            : null, cancellation);

    /// <summary>Likes and products bagged before the phase, per unit; what an arm can no longer change.</summary>
    private Task<Dictionary<string, double>> BehaviourAsync(Phase phase, HashSet<string> units, CancellationToken cancellation)
    {
        var (from, to) = ((phase.StartedAt - Earlier).ToUnixTimeMilliseconds(), phase.StartedAt.ToUnixTimeMilliseconds());
        return database.RunAsync(async context =>
        {
            var counted = await context.Events.AsNoTracking()
                .Where(row => row.AtMilliseconds >= from && row.AtMilliseconds < to && Wanted.Contains(row.Signal))
                .GroupBy(row => row.Shopper).Select(group => new { Shopper = group.Key, Count = group.Count() }).ToListAsync(cancellation);
            return counted.Select(row => (Unit: row.Shopper.ToString(), row.Count)).Where(row => units.Contains(row.Unit))
                .ToDictionary(row => row.Unit, row => (double)row.Count);
        }, cancellation);
    }
}
