using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Catalog;

/// <summary>What a person said of one attribute of one product.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Marks">One mark per value of the attribute, in the vocabulary's order.</param>
/// <param name="Region">Where the picture shows the value the person chose, where it was worked out or drawn; a drawn one has share
/// 1.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why, or null.</param>
public sealed record ReviewedTag(
    GarmentAttribute Attribute, IReadOnlyList<TagMark> Marks, PartRegion? Region, string Reviewer, DateTimeOffset At,
    string? Comment)
{
    /// <summary>Whether it was said of many products at once and nobody has looked at this one.</summary>
    public bool IsUnseen { get; init; }
}
