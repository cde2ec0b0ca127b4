using FashionRecs.Domain.Attributes;
using SkiaSharp;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>Where a picture truly shows an attribute.</summary>
/// <param name="Path">The picture's file.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Box">Around all of it, in pixels of the picture.</param>
/// <param name="Parts">What a point must lie in to be right: one or two rectangles, in pixels of the picture.</param>
/// <param name="Mask">Where known, the exact region: pixels of the picture row by row, non-zero inside; a point must lie in it,
/// too.</param>
/// <param name="MaskWidth">Width of the mask.</param>
public sealed record TrueRegion(string Path, GarmentAttribute Attribute, SKRect Box, IReadOnlyList<SKRect> Parts, byte[]? Mask = null,
    int MaskWidth = 0)
{
    /// <summary>Whether the picture's labels say that it shows the attribute; otherwise the network's reading has to.</summary>
    public bool Labelled { get; init; } = true;

    /// <summary>Where the part itself is, as far as landmarks tell; null where a mask says it exactly.</summary>
    public PartShape? Shape { get; init; }

    /// <summary>Whether a point lies on the part itself; null where that is not known.</summary>
    public bool? IsOnPart(SKPoint point) => Mask is not null ? Contains(point) : Shape is { } shape ? shape.Holds(point) : null;

    /// <summary>Whether a point of the picture lies in the region, or on its surroundings.</summary>
    public bool IsAround(SKPoint point) => Parts.Any(part => part.Contains(point));

    /// <summary>Whether a point of the picture lies in the region.</summary>
    public bool Contains(SKPoint point) =>
        Parts.Any(part => part.Contains(point)) && (Mask is null || InMask((int)point.X, (int)point.Y));

    private bool InMask(int x, int y) =>
        x >= 0 && x < MaskWidth && y >= 0 && y < Mask!.Length / MaskWidth && Mask[(y * MaskWidth) + x] != 0;
}
