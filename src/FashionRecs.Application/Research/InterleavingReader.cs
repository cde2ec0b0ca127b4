using FashionRecs.Experiments.Interleaving;

namespace FashionRecs.Application.Research;

/// <summary>Reads what the results of an interleaving of two rankings are computed from.</summary>
public sealed class InterleavingReader(IExperimentStore experiments, IExposureStore log)
{
    /// <summary>One phase, the last without a number; null where there is no such experiment or phase, or it interleaves nothing.</summary>
    public async Task<InterleavingLog?> ReadAsync(string key, int? phaseNumber = null, CancellationToken cancellation = default)
    {
        if (await experiments.FindAsync(key, cancellation) is not { Experiment: { Design.Interleaving: not null } experiment }
            || (phaseNumber is null ? experiment.Phases.LastOrDefault()
                : experiment.Phases.FirstOrDefault(phase => phase.Number == phaseNumber)) is not { } phase)
        {
            return null;
        }

        var (exposures, outcomes) = await log.ReadAsync(key, cancellation);
        return new InterleavingLog(experiment, phase, exposures, outcomes,
            (await log.DeletedAsync(key, cancellation)).Where(gone => gone.Phase == phase.Number)
                .ToDictionary(gone => gone.Arm, gone => gone.Count));
    }
}
