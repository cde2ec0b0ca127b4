using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Draws pictures into network inputs, reusing one bitmap. Not thread-safe: one per thread.</summary>
public sealed class InputRenderer : IDisposable
{
    /// <summary>Pictures are enlarged and reduced smoothly; mipmaps avoid aliasing of fine stripes.</summary>
    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private readonly SKBitmap target;
    private readonly SKCanvas canvas;
    private readonly SKPaint paint = new() { IsAntialias = true };

    /// <summary>Makes a renderer for inputs of one size.</summary>
    public InputRenderer(InputSize size)
    {
        Size = size;
        target = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        canvas = new SKCanvas(target);
    }

    /// <summary>Size of the inputs.</summary>
    public InputSize Size { get; }

    /// <summary>How many numbers one input has: H·W·3.</summary>
    public int Length => Size.Height * Size.Width * 3;

    /// <summary>Draws a picture, padded with white, and writes its normalised numbers (H, W, 3).</summary>
    /// <returns>Where the picture lies in the input.</returns>
    public Letterbox Render(DecodedPicture picture, Span<float> destination)
    {
        var letterbox = Letterbox.Fit(picture.Width, picture.Height, Size);
        Draw(picture.Bitmap, letterbox.Matrix(picture.Bitmap), null);
        PixelNormalization.Write(target, destination);
        return letterbox;
    }

    /// <summary>Draws a bitmap under any matrix and colour filter, and writes its normalised numbers (H, W, 3).</summary>
    public void Render(SKBitmap bitmap, SKMatrix matrix, SKColorFilter? filter, Span<float> destination)
    {
        Draw(bitmap, matrix, filter);
        PixelNormalization.Write(target, destination);
    }

    private void Draw(SKBitmap bitmap, SKMatrix matrix, SKColorFilter? filter)
    {
        canvas.ResetMatrix();
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(matrix);
        paint.ColorFilter = filter;
        using var image = SKImage.FromPixels(bitmap.PeekPixels());
        canvas.DrawImage(image, 0, 0, Sampling, paint);
        paint.ColorFilter = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        paint.Dispose();
        canvas.Dispose();
        target.Dispose();
    }
}
