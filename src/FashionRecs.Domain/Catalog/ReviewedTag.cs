using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Catalog;

/// <summary>What a person said of one attribute of one product.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Marks">One mark per value of the attribute, in the vocabulary's order.</param>
/// <param name="Box">The region of the value the person chose, where it was worked out or drawn.</param>
/// <param name="BoxShare">Share in [0, 1] of the evidence that lies in <paramref name="Box"/>; 1 for a drawn box, 0 without one.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why, or null.</param>
public sealed record ReviewedTag(
    GarmentAttribute Attribute, IReadOnlyList<TagMark> Marks, PixelBox? Box, float BoxShare, string Reviewer, DateTimeOffset At,
    string? Comment)
{
    /// <summary>Whether it was said of many products at once and nobody has looked at this one.</summary>
    public bool IsUnseen { get; init; }
}
