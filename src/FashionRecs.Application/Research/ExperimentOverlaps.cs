using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Overlap;

namespace FashionRecs.Application.Research;

/// <summary>Reads what experiments that run at the same time have to do with each other.</summary>
public sealed class ExperimentOverlaps(IExperimentStore experiments, IExposureStore log)
{
    /// <summary>Every pair of experiments that run now, by key.</summary>
    public async Task<IReadOnlyList<ExperimentOverlap>> RunningPairsAsync(CancellationToken cancellation = default)
    {
        var sides = new List<OverlapSide>();
        foreach (var (experiment, _) in (await experiments.AllAsync(cancellation))
            .Where(entry => entry.Experiment is { Current: not null, Design.ComparesArms: true }))
        {
            sides.Add(await SideAsync(experiment, experiment.Current!, cancellation));
        }

        return ExperimentOverlap.Pairs(sides);
    }

    /// <summary>The phases of other experiments that lasted while a phase did, the latest of each, by key.</summary>
    /// <param name="record">The phase; it has been started.</param>
    public async Task<IReadOnlyList<OverlapSide>> BesideAsync(ExperimentRecord record, CancellationToken cancellation = default)
    {
        var (own, sides) = (record.Phase!, new List<OverlapSide>());
        foreach (var (other, _) in (await experiments.AllAsync(cancellation)).Where(entry => entry.Experiment.Key != record.Experiment.Key
            && entry.Experiment.Design.ComparesArms))
        {
            if (other.Phases.LastOrDefault(phase => phase.StartedAt < (own.EndedAt ?? DateTimeOffset.MaxValue)
                && own.StartedAt < (phase.EndedAt ?? DateTimeOffset.MaxValue)) is { } phase)
            {
                sides.Add(await SideAsync(other, phase, cancellation));
            }
        }

        return sides;
    }

    private async Task<OverlapSide> SideAsync(Experiment experiment, Phase phase, CancellationToken cancellation)
    {
        var (exposures, outcomes) = await log.ReadAsync(experiment.Key, cancellation);
        return OverlapSide.Of(experiment, phase, exposures, outcomes);
    }
}
