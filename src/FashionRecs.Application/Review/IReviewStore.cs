using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Statistics;

namespace FashionRecs.Application.Review;

/// <summary>
/// What people say of products' tags. Acts and annotations are appended, never changed; undoing appends an act too. The tags in effect
/// follow in the same transaction, so that the shop's ranking and reasons change with the next request. Safe to share between threads.
/// </summary>
public interface IReviewStore
{
    /// <summary>Records an act.</summary>
    /// <exception cref="InvalidDataException">The shop has no such product.</exception>
    Task<ReviewOutcome> SubmitAsync(ReviewAct act, CancellationToken cancellation = default);

    /// <summary>Takes back a person's last act, or a named one of theirs; null where there is nothing to take back.</summary>
    Task<MovedAct?> UndoAsync(string reviewer, Guid? act = null, CancellationToken cancellation = default);

    /// <summary>Does again what was taken back last; null where there is nothing.</summary>
    Task<MovedAct?> RedoAsync(string reviewer, CancellationToken cancellation = default);

    /// <summary>What undo and redo would do for a person, in words; null where nothing is left.</summary>
    Task<(string? Undo, string? Redo)> NextMovesAsync(string reviewer, CancellationToken cancellation = default);

    /// <summary>
    /// Adds to the tag in effect where it shows in the picture; false where somebody said something else, or changed the picture,
    /// meanwhile.
    /// </summary>
    /// <param name="item">The product as it was when the region was worked out.</param>
    /// <param name="reading">The tag as it was then.</param>
    /// <param name="region">Where the picture shows the value.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    Task<bool> SetRegionAsync(CatalogItem item, AttributeReading reading, PartRegion region,
        CancellationToken cancellation = default);

    /// <summary>Acts of some kinds that were not taken back, each with the products it touched.</summary>
    Task<IReadOnlyList<WorkStep>> StepsAsync(IReadOnlyCollection<ReviewActKind> kinds, CancellationToken cancellation = default);
}
