using FashionRecs.Core.Projection;
using FashionRecs.Vision.Images;
using FashionRecs.Vision.Localization;
using SkiaSharp;

namespace FashionRecs.Vision.Projection;

/// <summary>Draws the map and the box of an attribute over its picture.</summary>
public static class ProjectionOverlay
{
    private const float StrongestTint = 0.6f;
    private const int MapWidth = 96;

    /// <summary>Draws over the original picture; returns a PNG.</summary>
    public static byte[] Draw(ReadOnlySpan<byte> encoded, MappedPicture mapped, ProjectedAttribute attribute, InputSize input)
    {
        using var picture = PictureDecoder.Decode(encoded);
        using var canvas = new SKCanvas(picture.Bitmap);
        using var heat = Heat(mapped.Maps[attribute.Top.Index], input, mapped.Letterbox);
        using var image = SKImage.FromBitmap(heat);
        canvas.DrawImage(image, new SKRect(0, 0, picture.Width, picture.Height), new SKSamplingOptions(SKFilterMode.Linear));
        if (attribute.Box is { } box)
        {
            var line = Math.Max(1.5f, picture.Width / 150f);
            var rectangle = SKRect.Create(box.X, box.Y, box.Width, box.Height);
            using var dark = new SKPaint { Style = SKPaintStyle.Stroke, Color = new SKColor(0, 0, 0, 130), StrokeWidth = line * 2, IsAntialias = true };
            using var light = new SKPaint { Style = SKPaintStyle.Stroke, Color = SKColors.White, StrokeWidth = line, IsAntialias = true };
            canvas.DrawRect(rectangle, dark);
            canvas.DrawRect(rectangle, light);
        }

        canvas.Flush();
        using var data = picture.Bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    /// <summary>A map as transparent red over the picture (not the padding), strongest at its maximum, clear where the evidence is not positive.</summary>
    public static SKBitmap Heat(ActivationMap map, InputSize input, Letterbox letterbox)
    {
        var height = Math.Max(1, MapWidth * letterbox.Height / letterbox.Width);
        var heat = new SKBitmap(new SKImageInfo(MapWidth, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var covered = letterbox.Covered;
        var maximum = Math.Max(1e-6f, map.Values.ToArray().Max());
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < MapWidth; x++)
            {
                var value = map.At(
                    (covered.Left + ((x + 0.5) / MapWidth * covered.Width)) / input.Width,
                    (covered.Top + ((y + 0.5) / height * covered.Height)) / input.Height);
                heat.SetPixel(x, y, new SKColor(226, 60, 30, (byte)(255 * StrongestTint * Math.Clamp(value / maximum, 0, 1))));
            }
        }

        return heat;
    }
}
