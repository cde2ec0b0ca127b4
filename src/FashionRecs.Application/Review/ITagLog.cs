namespace FashionRecs.Application.Review;

/// <summary>
/// Reads everything that was ever said of a product's tags, as it is kept. What means nothing under the vocabulary in use stays in the log
/// and is left out here. Safe to share between threads.
/// </summary>
public interface ITagLog
{
    /// <summary>Annotations and states of a product, each oldest first.</summary>
    Task<(IReadOnlyList<LoggedAnnotation> Annotations, IReadOnlyList<LoggedState> States)> OfAsync(string product,
        CancellationToken cancellation = default);

    /// <summary>One state of a tag, or null where there is none, or it means nothing (any more).</summary>
    Task<LoggedState?> TryFindStateAsync(long sequence, CancellationToken cancellation = default);
}
