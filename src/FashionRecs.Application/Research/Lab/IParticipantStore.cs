using FashionRecs.Experiments.Lab;

namespace FashionRecs.Application.Research.Lab;

/// <summary>
/// Keeps who takes part in studies. Two devices of one participant do not overwrite each other. Safe to share between threads.
/// </summary>
public interface IParticipantStore
{
    /// <summary>Everybody with a link to a study, by number.</summary>
    Task<IReadOnlyList<Participant>> AllAsync(string experiment, CancellationToken cancellation = default);

    /// <summary>One participant with the revision that the next save must name, or null.</summary>
    Task<(Participant Participant, long Revision)?> FindAsync(string experiment, int number, CancellationToken cancellation = default);

    /// <summary>What is kept of a shopper who is a participant, or null.</summary>
    Task<Participant?> OfUnitAsync(Guid unit, CancellationToken cancellation = default);

    /// <summary>Adds participants who go on from the last number.</summary>
    /// <param name="experiment">Key of the study.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="cancellation">Stops before they are added.</param>
    Task AddAsync(string experiment, int count, CancellationToken cancellation = default);

    /// <summary>How many agreed to take part in a study until now, whatever became of them.</summary>
    Task<int> NextPlaceAsync(string experiment, CancellationToken cancellation = default);

    /// <summary>
    /// Saves a participant; false where they were saved since they were read, as from another device, or where somebody else has their
    /// place.
    /// </summary>
    Task<bool> SaveAsync(string experiment, Participant participant, long revision, CancellationToken cancellation = default);
}
