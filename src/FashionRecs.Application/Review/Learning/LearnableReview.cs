using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Review.Learning;

/// <summary>What people settled on for one attribute of one product, for a network to learn from.</summary>
/// <param name="Item">The product.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Marks">One mark per value, exactly one of them <see cref="TagMark.Is"/>.</param>
/// <param name="Weight">
/// How much it counts, in (0, 1]: 1 where somebody looked at the attribute, <see cref="LearnableReviews.TogetherWeight"/> where everything
/// shown of the product was accepted with one press.
/// </param>
public sealed record LearnableReview(CatalogItem Item, GarmentAttribute Attribute, IReadOnlyList<TagMark> Marks, float Weight);
