namespace FashionRecs.Application.Privacy;

/// <summary>Finds and removes what is older than it may be. Safe to share between threads and processes.</summary>
public interface IRetentionStore
{
    /// <summary>Shoppers without an account who have done nothing since a time; participants of studies are none of them.</summary>
    /// <param name="before">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<Guid>> LeftAsync(DateTimeOffset before, int most, CancellationToken cancellation = default);

    /// <summary>Removes events from before a time; returns how many.</summary>
    Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Removes lists that were shown before a time; returns how many.</summary>
    Task<int> RemoveImpressionsAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>
    /// Removes outcomes from before a time, and exposures from before it after which nothing is kept; returns how many.
    /// </summary>
    Task<int> RemoveExperimentLogsAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>
    /// Removes what participants of studies said whose last step lies before a time; returns the shoppers that they were in the studies,
    /// of whom the rest is to be deleted, too.
    /// </summary>
    Task<IReadOnlyList<Guid>> ForgetParticipantsAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
