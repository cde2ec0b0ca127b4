using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Draws a product's picture with the outlines of its parts for places that show links, such as messengers. Thread-safe.</summary>
public static class MarkedPicture
{
    /// <summary>Width in pixels that Open Graph's readers ask for.</summary>
    public const int Width = 1200;

    /// <summary>Height in pixels.</summary>
    public const int Height = 630;

    private const int Quality = 84;

    /// <summary>Space above and below the picture, in pixels.</summary>
    private const int Margin = 24;

    private static readonly SKColor Ground = new(0xF1, 0xEF, 0xEC);

    /// <summary>
    /// The whole picture on a plain ground, its parts outlined; a JPEG of <see cref="Width"/>×<see cref="Height"/> pixels.
    /// </summary>
    /// <param name="encoded">The original's bytes.</param>
    /// <param name="regions">Parts, in pixels of the original.</param>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; one sentence says why.</exception>
    public static byte[] ToJpeg(ReadOnlySpan<byte> encoded, IEnumerable<PartRegion> regions)
    {
        var (fullWidth, fullHeight) = PictureDecoder.ReadSize(encoded);
        using var picture = PictureDecoder.Decode(encoded, (Width, Height));
        var scale = Math.Min((Width - (2f * Margin)) / fullWidth, (Height - (2f * Margin)) / fullHeight);
        var place = SKRect.Create((Width - (fullWidth * scale)) / 2, (Height - (fullHeight * scale)) / 2, fullWidth * scale,
            fullHeight * scale);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(Ground);
        using var image = SKImage.FromBitmap(picture.Bitmap);
        canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Translate(place.Left, place.Top);
        using var corners = SKPathEffect.CreateCorner(14);
        using var dark = Stroke(new SKColor(0x17, 0x15, 0x13, 120), 6, corners);
        using var light = Stroke(SKColors.White, 3, corners);
        foreach (var region in regions)
        {
            using var path = RegionPath.Of(region.Outline, region.Box, place.Width, place.Height, scale);
            canvas.DrawPath(path, dark);
            canvas.DrawPath(path, light);
        }

        using var drawn = surface.Snapshot();
        using var data = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private static SKPaint Stroke(SKColor colour, float width, SKPathEffect corners) => new()
    {
        Style = SKPaintStyle.Stroke, Color = colour, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round, IsAntialias = true,
        PathEffect = corners,
    };
}
