using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Makes the small copies of a picture that pages show. Thread-safe.</summary>
public static class PictureResizer
{
    /// <summary>Quality of WebP, 0 to 100. At 82 fabrics keep their texture.</summary>
    private const int Quality = 82;

    /// <summary>A copy in WebP, at most as wide as asked for, never wider than the original, and no higher than WebP allows.</summary>
    /// <param name="encoded">The original's bytes.</param>
    /// <param name="width">Largest width in pixels, at least 1.</param>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; one sentence says why.</exception>
    public static byte[] ToWebp(ReadOnlySpan<byte> encoded, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var (fullWidth, fullHeight) = PictureDecoder.ReadSize(encoded);
        // A picture far taller than wide becomes narrower than asked for, so that its height is one that WebP can have.
        var scale = Math.Min(1, Math.Min((double)width / fullWidth, (double)PictureLimits.LongestWebPSide / fullHeight));
        var (target, height) = (Math.Max(1, (int)Math.Round(fullWidth * scale)), Math.Max(1, (int)Math.Round(fullHeight * scale)));
        using var picture = PictureDecoder.Decode(encoded, (target, height));
        using var resized = picture.Bitmap.Resize(
            new SKImageInfo(target, height, SKColorType.Rgba8888, SKAlphaType.Opaque),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var image = SKImage.FromBitmap(resized);
        using var data = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return data?.ToArray() ?? throw new InvalidDataException($"A picture of {fullWidth}×{fullHeight} pixels cannot be made smaller.");
    }
}
