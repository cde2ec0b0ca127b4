namespace FashionRecs.Domain.Projection;

/// <summary>Where a picture shows a part of a garment.</summary>
/// <param name="Box">Around the part and what one sees it against, in pixels of the original picture.</param>
/// <param name="Share">The share in [0, 1] of the positive evidence that lies in the box.</param>
public sealed record PartRegion(PixelBox Box, float Share)
{
    /// <summary>The part's outline; null where none was drawn.</summary>
    public PartOutline? Outline { get; init; }
}
