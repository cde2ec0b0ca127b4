using FashionRecs.Application.Research;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>Reads addresses that name an arm of an experiment, whatever its state: <c>/?KEY=N</c>. Thread-safe.</summary>
public sealed class ArmLinks(IExperimentStore experiments)
{
    /// <summary>The experiment and the number of its arm; null where the address names none.</summary>
    public Task<(Experiment Experiment, int Arm)?> FindAsync(string? address) => FindAsync(address, isThere: true);

    /// <summary>The experiment and the number that it has no arm of; null where the address asks for no such number.</summary>
    public Task<(Experiment Experiment, int Arm)?> FindMissingAsync(string? address) => FindAsync(address, isThere: false);

    private async Task<(Experiment Experiment, int Arm)?> FindAsync(string? address, bool isThere)
    {
        if (address?.Contains('?', StringComparison.Ordinal) != true)
        {
            return null;
        }

        foreach (var (experiment, _) in await experiments.AllAsync())
        {
            if (ArmOverride.AskedIn(experiment.Key, address) is { } number && number < ArmsOf(experiment).Count == isThere)
            {
                return (experiment, number);
            }
        }

        return null;
    }

    /// <summary>The arms that can be looked at: those of the running phase, else those that were designed.</summary>
    public static IReadOnlyList<Arm> ArmsOf(Experiment experiment) => experiment.Current?.Arms ?? experiment.Design.Arms;
}
