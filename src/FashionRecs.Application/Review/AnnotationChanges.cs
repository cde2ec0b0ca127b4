using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>What people say now of products that changed.</summary>
/// <param name="Revision">The catalog's revision that this brings one to.</param>
/// <param name="Changed">Ids of the products that changed.</param>
/// <param name="Annotations">The annotations that count on those of them that somebody spoke on, per attribute, oldest first.</param>
public sealed record AnnotationChanges(
    long Revision, IReadOnlyList<string> Changed,
    IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>> Annotations);
