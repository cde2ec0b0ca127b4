using FashionRecs.Experiments.Logging;

namespace FashionRecs.Application.Research;

/// <summary>
/// The append-only log of exposures and outcomes. Writing a row again, as after a lost connection, changes nothing. Safe to share between
/// threads.
/// </summary>
public interface IExposureStore
{
    /// <summary>Logs an exposure; false where it was logged before.</summary>
    Task<bool> LogAsync(Exposure exposure);

    /// <summary>
    /// Logs an outcome; false where it was logged before, its exposure is not (or no longer) there, or has as many of its kind for its
    /// product.
    /// </summary>
    /// <param name="outcome">What happened.</param>
    /// <param name="most">How many of a kind are kept for one product of one exposure, at least 1.</param>
    /// <exception cref="InvalidOperationException">The value is not a finite number.</exception>
    Task<bool> LogAsync(Outcome outcome, int most = int.MaxValue);

    /// <summary>All rows of an experiment, in the order of writing.</summary>
    Task<(IReadOnlyList<Exposure> Exposures, IReadOnlyList<Outcome> Outcomes)> ReadAsync(string experiment,
        CancellationToken cancellation = default);

    /// <summary>
    /// Changes with everything that could change what <see cref="ReadAsync"/> returns, and with the experiment itself; null where there is
    /// no such experiment. Outcomes of any experiment change it, since counting those of one would mean to read them.
    /// </summary>
    Task<(long Revision, int Exposures, long LastOutcome)?> StampAsync(string experiment, CancellationToken cancellation = default);

    /// <summary>How many units of each phase and arm were deleted on request after they had been exposed.</summary>
    Task<IReadOnlyList<DeletedUnits>> DeletedAsync(string experiment, CancellationToken cancellation = default);

    /// <summary>Whether an exposure is in the log.</summary>
    Task<bool> IsLoggedAsync(string exposureId, CancellationToken cancellation = default);

    /// <summary>The questions that an exposure has answered, or declined to, for asking none twice.</summary>
    Task<IReadOnlyList<(OutcomeKind Kind, string? Product)>> AnswersAsync(string exposureId, CancellationToken cancellation = default);

    /// <summary>The exposures of a unit, oldest first.</summary>
    Task<IReadOnlyList<Exposure>> OfUnitAsync(string unit, CancellationToken cancellation = default);

    /// <summary>The exposures of a unit, each with what followed it.</summary>
    Task<IReadOnlyList<(Exposure Exposure, IReadOnlyList<Outcome> Outcomes)>> OfUnitWithOutcomesAsync(string unit,
        CancellationToken cancellation = default);
}
