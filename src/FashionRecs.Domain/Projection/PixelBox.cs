namespace FashionRecs.Domain.Projection;

/// <summary>A rectangle in the pixels of the original picture, as a person sees it (after EXIF orientation).</summary>
/// <param name="X">Left edge, in pixels from the left.</param>
/// <param name="Y">Top edge, in pixels from the top.</param>
/// <param name="Width">Width in pixels, at least 1.</param>
/// <param name="Height">Height in pixels, at least 1.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height);
