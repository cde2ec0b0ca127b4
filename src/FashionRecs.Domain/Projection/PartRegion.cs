namespace FashionRecs.Domain.Projection;

/// <summary>Where a picture shows a part of a garment.</summary>
/// <param name="Box">Around the part and what one sees it against, in pixels of the original picture.</param>
/// <param name="Share">The share in [0, 1] of the positive evidence that lies in the box.</param>
public sealed record PartRegion(PixelBox Box, float Share)
{
    /// <summary>The part's outline; null where none was drawn.</summary>
    public PartOutline? Outline { get; init; }

    /// <summary>The region of a box without an outline; null without a box.</summary>
    /// <param name="box">The box, or null.</param>
    /// <param name="share">The share in [0, 1] of the positive evidence that lies in it.</param>
    public static PartRegion? Of(PixelBox? box, float share) => box is { } known ? new PartRegion(known, share) : null;
}
