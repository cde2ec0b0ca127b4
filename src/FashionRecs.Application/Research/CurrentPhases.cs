using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Application.Research;

/// <summary>The phases that last, for telling whether something still counts. Immutable.</summary>
public sealed class CurrentPhases(IEnumerable<Experiment> running)
{
    private readonly string[] beginnings =
        [.. running.Where(experiment => experiment.Current is not null)
        .Select(experiment => $"{experiment.Key}/{experiment.Current!.Number}/")];

    /// <summary>Whether an exposure is of a phase that lasts.</summary>
    /// <param name="exposureId">The exposure's <see cref="Experiments.Logging.Exposure.Id"/>.</param>
    public bool Contains(string exposureId) => beginnings.Any(beginning => exposureId.StartsWith(beginning, StringComparison.Ordinal));
}
