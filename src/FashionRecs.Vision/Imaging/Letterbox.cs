using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>How a picture is scaled, undistorted and centred, into the network's input; the rest is padding.</summary>
/// <param name="Scale">Input pixels per original pixel.</param>
/// <param name="Left">Padding at the left, in input pixels.</param>
/// <param name="Top">Padding at the top, in input pixels.</param>
/// <param name="Width">The original's width in pixels.</param>
/// <param name="Height">The original's height in pixels.</param>
public sealed record Letterbox(double Scale, double Left, double Top, int Width, int Height)
{
    /// <summary>Fits a picture of the given size into an input of the given size.</summary>
    public static Letterbox Fit(int width, int height, InputSize input)
    {
        var scale = Math.Min((double)input.Width / width, (double)input.Height / height);
        return new Letterbox(scale, (input.Width - (width * scale)) / 2, (input.Height - (height * scale)) / 2, width, height);
    }

    /// <summary>The matrix that draws a bitmap of the picture (at any scale) into the input.</summary>
    public SKMatrix Matrix(SKBitmap bitmap)
    {
        var scaleX = (float)(Width * Scale / bitmap.Width);
        var scaleY = (float)(Height * Scale / bitmap.Height);
        return new SKMatrix(scaleX, 0, (float)Left, 0, scaleY, (float)Top, 0, 0, 1);
    }

    /// <summary>The part of the input, in input pixels, that the picture covers.</summary>
    public SKRect Covered => new((float)Left, (float)Top, (float)(Left + (Width * Scale)), (float)(Top + (Height * Scale)));

    /// <summary>
    /// A rectangle in input pixels, in pixels of the original, clipped to it; null where nothing of it lies in the picture.
    /// </summary>
    public PixelBox? ToOriginal(SKRect rectangle)
    {
        var left = (int)Math.Clamp(Math.Floor((rectangle.Left - Left) / Scale), 0, Width);
        var top = (int)Math.Clamp(Math.Floor((rectangle.Top - Top) / Scale), 0, Height);
        var right = (int)Math.Clamp(Math.Ceiling((rectangle.Right - Left) / Scale), 0, Width);
        var bottom = (int)Math.Clamp(Math.Ceiling((rectangle.Bottom - Top) / Scale), 0, Height);
        return right > left && bottom > top ? new PixelBox(left, top, right - left, bottom - top) : null;
    }

    /// <summary>A rectangle in pixels of the original, in input pixels.</summary>
    public SKRect ToInput(PixelBox box) => SKRect.Create(
        (float)(Left + (box.X * Scale)), (float)(Top + (box.Y * Scale)), (float)(box.Width * Scale), (float)(box.Height * Scale));
}
