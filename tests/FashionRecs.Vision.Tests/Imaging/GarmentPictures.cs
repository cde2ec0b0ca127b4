using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using ImageMagick;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Imaging;

/// <summary>Pictures that look like photographs to a coder: shades and noise everywhere.</summary>
internal static class GarmentPictures
{
    public static byte[] Encode(SKEncodedImageFormat format, int width = 240, int height = 320) =>
        Pictures.Encode(width, height, format, canvas =>
    {
        using var shade = new SKPaint { Shader = SKShader.CreatePerlinNoiseTurbulence(0.05f, 0.08f, 3, 7) };
        using var cloth = new SKPaint { Color = SKColors.DarkRed, IsAntialias = true };
        canvas.DrawRect(0, 0, width, height, shade);
        canvas.DrawOval(width / 2f, height / 2f, width / 4f, height / 3f, cloth);
    });

    public static byte[] Progressive() =>
        Again(Encode(SKEncodedImageFormat.Jpeg), MagickFormat.Jpeg, image => image.Settings.Interlace = Interlace.Jpeg);

    public static byte[] Again(byte[] picture, MagickFormat format, Action<MagickImage> change)
    {
        // The judge's limits are set before anything is decoded here.
        PictureJudge.Judge(Encode(SKEncodedImageFormat.Png, 8, 8));
        using var image = new MagickImage(picture);
        change(image);
        return image.ToByteArray(format);
    }

    /// <summary>Puts a segment behind a JPEG's first marker.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] body) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];

    /// <summary>Where a JPEG's last scan begins.</summary>
    public static int LastScan(byte[] jpeg) => jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

    /// <summary>A WebP in the extended form, with some chunks more.</summary>
    public static byte[] Extended(byte[] webp, byte flags, int width, int height, params (string Name, byte[] Body)[] chunks)
    {
        byte[] header = [flags, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0];
        byte[] all = [.. Chunk("VP8X", header), .. webp[12..], .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Body))];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(all.Length + 4), .. "WEBP"u8, .. all];
    }

    public static byte[] Chunk(string name, byte[] body) =>
        [.. name.Select(letter => (byte)letter), .. BitConverter.GetBytes(body.Length), .. body, .. new byte[body.Length & 1]];
}
