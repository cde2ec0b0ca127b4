using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Review.Learning;

/// <summary>How many reviews of an attribute there are to learn from.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Alone">Somebody looked at the attribute.</param>
/// <param name="Together">Accepted with one press for the whole product; they weigh less.</param>
public sealed record LearnableCount(GarmentAttribute Attribute, int Alone, int Together)
{
    /// <summary>How many are still missing before its head may change; 0 where none is.</summary>
    public int Missing => Math.Max(0, LearnableReviews.Least - Alone);
}
