using FashionRecs.Experiments.Lab;

namespace FashionRecs.Application.Research.Lab;

/// <summary>Reads what the results of a study with participants are computed from.</summary>
public sealed class LabReader(IExperimentStore experiments, IExposureStore log, IParticipantStore participants)
{
    /// <summary>The study; null where there is none of that key, or it has not been started.</summary>
    public async Task<LabLog?> ReadAsync(string key, CancellationToken cancellation = default)
    {
        if (await experiments.FindAsync(key, cancellation) is not { Experiment: { Design.Lab: not null, Phases.Count: > 0 } study })
        {
            return null;
        }

        var (exposures, outcomes) = await log.ReadAsync(key, cancellation);
        return new LabLog(study, await participants.AllAsync(key, cancellation), exposures, outcomes);
    }
}
