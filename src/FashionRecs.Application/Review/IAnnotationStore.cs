using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>Reads the annotations that count: all but those of acts that were taken back. Safe to share between threads.</summary>
public interface IAnnotationStore
{
    /// <summary>The annotations on one product per attribute, oldest first, and the sequence of the newest one there is.</summary>
    Task<(IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>> Said, long Newest)> OfAsync(string product,
        CancellationToken cancellation = default);

    /// <summary>
    /// Attributes of products, by product and code, of which every word that names a value came with one press for all that a product shows
    /// (<see cref="ReviewActKind.AcceptAll"/>).
    /// </summary>
    Task<IReadOnlySet<(string Product, string Attribute)>> AcceptedTogetherAsync(CancellationToken cancellation = default);

    /// <summary>The annotations on all products that changed after a revision of the catalog, as of one moment.</summary>
    Task<AnnotationChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default);
}
