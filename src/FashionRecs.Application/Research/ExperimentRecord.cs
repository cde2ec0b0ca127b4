using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;

namespace FashionRecs.Application.Research;

/// <summary>An experiment and everything that was logged for it.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Revision">The revision that a save must name.</param>
/// <param name="Phase">The phase that is looked at; null before the start, and where the number that was asked for is none of its
/// phases'.</param>
/// <param name="Exposures">All exposures, of every phase, in the order of writing.</param>
/// <param name="Outcomes">All outcomes, in the order of writing.</param>
/// <param name="Earlier">What each unit did before the phase; units that did nothing are absent.</param>
public sealed record ExperimentRecord(
    Experiment Experiment, long Revision, Phase? Phase, IReadOnlyList<Exposure> Exposures, IReadOnlyList<Outcome> Outcomes,
    IReadOnlyDictionary<string, double> Earlier)
{
    /// <summary>The shop's time zone, by which days are told apart. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many units of each arm of the phase were deleted on request; arms that lost none are absent.</summary>
    public IReadOnlyDictionary<string, int> Deleted { get; init; } = new Dictionary<string, int>();
}
