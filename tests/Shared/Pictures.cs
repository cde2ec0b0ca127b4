using SkiaSharp;

namespace FashionRecs.Tests;

/// <summary>Small pictures made in memory.</summary>
internal static class Pictures
{
    public static byte[] Encode(int width, int height, SKEncodedImageFormat format, Action<SKCanvas>? draw = null, SKColor? ground = null)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground ?? SKColors.White);
        draw?.Invoke(canvas);
        canvas.Flush();
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A red block in the upper left quarter of a white picture.</summary>
    public static byte[] Corner(int width, int height) => Encode(width, height, SKEncodedImageFormat.Jpeg, canvas =>
    {
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
    });

    /// <summary>Puts an EXIF block with an orientation (1 to 8) into a JPEG.</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
