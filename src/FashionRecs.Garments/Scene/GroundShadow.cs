using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>The shadow of a whole garment on its ground: a tight one where it touches and a wide one around it.</summary>
internal static class GroundShadow
{
    /// <summary>Draws it; <paramref name="strength"/> in [0, 255], sizes follow the camera.</summary>
    public static void Draw(SKCanvas canvas, IEnumerable<SKPath> shapes, SKMatrix camera, float pixelsPerCentimetre, float strength,
        int width, int height)
    {
        // Half the resolution is enough for something so soft.
        using var small = new SKBitmap((width / 2) + 1, (height / 2) + 1, SKColorType.Alpha8, SKAlphaType.Premul);
        small.Erase(SKColors.Transparent);
        using (var silhouette = new SKCanvas(small))
        using (var solid = new SKPaint { IsAntialias = true, Color = SKColors.Black })
        {
            silhouette.Scale(.5f);
            silhouette.Concat(camera);
            foreach (var shape in shapes)
            {
                silhouette.DrawPath(shape, solid);
            }

            silhouette.Flush();
        }

        Cast(canvas, small, pixelsPerCentimetre, .9f, .55f, strength * 2.1f);
        Cast(canvas, small, pixelsPerCentimetre, 3.6f, 1.7f, strength * 1.5f);
    }

    private static void Cast(SKCanvas canvas, SKBitmap silhouette, float scale, float blur, float lift, float strength)
    {
        using var filter = SKImageFilter.CreateBlur(blur * scale / 2, blur * scale / 2);
        using var paint = new SKPaint { ImageFilter = filter, Color = new SKColor(0x14, 0x10, 0x0C, (byte)Math.Clamp(strength, 0, 255)) };
        canvas.Save();
        canvas.Scale(2);
        canvas.DrawBitmap(silhouette, lift * scale * .28f, lift * scale * .5f, SKSamplingOptions.Default, paint);
        canvas.Restore();
    }
}
