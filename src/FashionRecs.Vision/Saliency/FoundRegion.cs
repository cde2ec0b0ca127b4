using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>Where a picture speaks for a value, in input pixels.</summary>
/// <param name="Box">The region's box.</param>
/// <param name="Share">The share in [0, 1] of the positive evidence that lies in the box.</param>
/// <param name="Peak">The place of the strongest evidence.</param>
public readonly record struct FoundRegion(SKRect Box, float Share, SKPoint Peak);
