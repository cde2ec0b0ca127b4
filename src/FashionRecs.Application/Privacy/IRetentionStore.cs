namespace FashionRecs.Application.Privacy;

/// <summary>Finds and removes what is older than it may be. Safe to share between threads and processes.</summary>
public interface IRetentionStore
{
    /// <summary>Shoppers without an account who have done nothing since a time.</summary>
    /// <param name="before">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<Guid>> LeftAsync(DateTimeOffset before, int most, CancellationToken cancellation = default);

    /// <summary>Removes events from before a time; returns how many.</summary>
    Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Removes lists that were shown before a time; returns how many.</summary>
    Task<int> RemoveImpressionsAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Removes outcomes from before a time; returns how many.</summary>
    Task<int> RemoveOutcomesAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
