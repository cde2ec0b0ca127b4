namespace FashionRecs.Domain.Projection;

/// <summary>A rectangle in the pixels of the original picture, as a person sees it (after EXIF orientation).</summary>
/// <param name="X">Left edge, in pixels from the left.</param>
/// <param name="Y">Top edge, in pixels from the top.</param>
/// <param name="Width">Width in pixels, at least 1.</param>
/// <param name="Height">Height in pixels, at least 1.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>Intersection over union with another rectangle, in [0, 1].</summary>
    public double Overlap(PixelBox other)
    {
        var width = Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X);
        var height = Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y);
        var shared = Math.Max(0, width) * (double)Math.Max(0, height);
        return shared / ((Width * (double)Height) + (other.Width * (double)other.Height) - shared);
    }
}
