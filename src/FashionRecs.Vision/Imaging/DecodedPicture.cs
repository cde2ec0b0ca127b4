using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Upright, opaque pixels, possibly at a reduced scale, with the original's size.</summary>
/// <param name="Bitmap">RGBA, 8 bits a channel.</param>
/// <param name="Width">The original's width in pixels, after EXIF orientation.</param>
/// <param name="Height">The original's height in pixels, after EXIF orientation.</param>
public sealed record DecodedPicture(SKBitmap Bitmap, int Width, int Height) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Bitmap.Dispose();
}
