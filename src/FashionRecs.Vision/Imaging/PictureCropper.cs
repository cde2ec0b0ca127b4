using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Cuts small squares out of pictures, for a grid of regions. Thread-safe.</summary>
public static class PictureCropper
{
    private const int Quality = 82;

    /// <summary>
    /// How much of what is around a region is shown with it: the square is this many times as wide as the region's longer side.
    /// </summary>
    private const double Around = 1.35;

    /// <summary>The square around a region, as far as the picture reaches; never narrower than 8 pixels where the picture is not.</summary>
    /// <param name="region">In pixels of the picture.</param>
    /// <param name="width">Of the picture, in pixels, at least 1.</param>
    /// <param name="height">Of the picture, in pixels, at least 1.</param>
    public static PixelBox Square(PixelBox region, int width, int height)
    {
        var side = Math.Clamp((int)Math.Ceiling(Around * Math.Max(region.Width, region.Height)), Math.Min(8, Math.Min(width, height)),
            Math.Min(width, height));
        var left = Math.Clamp(region.X + ((region.Width - side) / 2), 0, width - side);
        var top = Math.Clamp(region.Y + ((region.Height - side) / 2), 0, height - side);
        return new PixelBox(left, top, side, side);
    }

    /// <summary>The square around a region in WebP.</summary>
    /// <param name="encoded">The original's bytes.</param>
    /// <param name="region">In pixels of the original, upright; what lies beyond its edges is left out.</param>
    /// <param name="side">Width and height of the copy in pixels at most, at least 1; a smaller square is not made larger.</param>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; one sentence says why.</exception>
    public static byte[] ToWebp(ReadOnlySpan<byte> encoded, PixelBox region, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        var (fullWidth, fullHeight) = PictureDecoder.ReadSize(encoded);
        var square = Square(region, fullWidth, fullHeight);
        var scale = Math.Min(1, (double)side / square.Width);
        using var picture = PictureDecoder.Decode(encoded, ((int)Math.Ceiling(fullWidth * scale), (int)Math.Ceiling(fullHeight * scale)));
        double across = (double)picture.Bitmap.Width / fullWidth, down = (double)picture.Bitmap.Height / fullHeight;
        var from = SKRect.Create((float)(square.X * across), (float)(square.Y * down), (float)(square.Width * across),
            (float)(square.Height * down));
        var length = Math.Max(1, (int)Math.Round(square.Width * scale));
        using var surface = SKSurface.Create(new SKImageInfo(length, length, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var source = SKImage.FromBitmap(picture.Bitmap);
        surface.Canvas.DrawImage(source, from, SKRect.Create(length, length),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return data?.ToArray() ?? throw new InvalidDataException("A part of the picture cannot be cut out.");
    }
}
