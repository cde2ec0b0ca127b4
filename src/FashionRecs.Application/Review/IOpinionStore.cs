using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;

namespace FashionRecs.Application.Review;

/// <summary>Reads the opinions that count: all but those of acts that were taken back. Safe to share between threads.</summary>
public interface IOpinionStore
{
    /// <summary>The opinions on one product per attribute, oldest first, and the sequence of the newest one there is.</summary>
    Task<(IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>> Said, long Newest)> OfAsync(string product,
        CancellationToken cancellation = default);

    /// <summary>The opinions on all products that changed after a revision of the catalog, as of one moment.</summary>
    Task<OpinionChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default);
}
