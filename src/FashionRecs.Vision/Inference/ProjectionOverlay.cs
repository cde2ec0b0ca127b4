using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Inference;

/// <summary>Draws the map and the outline of an attribute's part over its picture.</summary>
public static class ProjectionOverlay
{
    private const float StrongestTint = 0.6f;

    /// <summary>Draws over the original picture; returns a PNG.</summary>
    public static byte[] Draw(ReadOnlySpan<byte> encoded, MappedPicture mapped, ProjectedAttribute attribute, ProjectionEngine engine)
    {
        using var picture = PictureDecoder.Decode(encoded);
        using var canvas = new SKCanvas(picture.Bitmap);
        var (rows, columns, evidence) = mapped.Over(engine.Evidence(mapped, [attribute.Top]), engine.Weights.Input);
        using var heat = Heat(evidence, rows, columns);
        using var image = SKImage.FromBitmap(heat);
        canvas.DrawImage(image, new SKRect(0, 0, picture.Width, picture.Height), new SKSamplingOptions(SKFilterMode.Linear));
        if (attribute.Region?.Box is { } box)
        {
            using var region = RegionPath.Of(attribute.Region.Outline, box, picture.Width, picture.Height);
            var line = Math.Max(1.5f, picture.Width / 150f);
            using var dark = new SKPaint
            {
                Style = SKPaintStyle.Stroke, Color = new SKColor(0, 0, 0, 130), StrokeWidth = line * 2, IsAntialias = true,
            };
            using var light = new SKPaint { Style = SKPaintStyle.Stroke, Color = SKColors.White, StrokeWidth = line, IsAntialias = true };
            canvas.DrawPath(region, dark);
            canvas.DrawPath(region, light);
        }

        canvas.Flush();
        using var data = picture.Bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    /// <summary>
    /// A picture's evidence for a value as transparent red in a PNG of about 100 pixels, to be laid over the whole picture: strongest at
    /// its maximum, clear where it is not positive.
    /// </summary>
    public static byte[] HeatPng(ValueMap map) => HeatPng(map.Rows, map.Columns, map.Evidence);

    /// <summary>The same of any evidence over the picture.</summary>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid.</param>
    /// <param name="evidence">Row by row.</param>
    public static byte[] HeatPng(int rows, int columns, IReadOnlyList<float> evidence)
    {
        using var heat = Heat(evidence, rows, columns);
        using var smooth = heat.Resize(new SKImageInfo(columns * 2, rows * 2), new SKSamplingOptions(SKFilterMode.Linear));
        using var data = smooth.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static SKBitmap Heat(IReadOnlyList<float> evidence, int rows, int columns)
    {
        var heat = new SKBitmap(new SKImageInfo(columns, rows, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var maximum = Math.Max(1e-6f, evidence.Max());
        for (var i = 0; i < evidence.Count; i++)
        {
            heat.SetPixel(i % columns, i / columns,
                new SKColor(226, 60, 30, (byte)(255 * StrongestTint * Math.Clamp(evidence[i] / maximum, 0, 1))));
        }

        return heat;
    }
}
