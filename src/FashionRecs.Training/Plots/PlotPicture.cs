using SkiaSharp;

namespace FashionRecs.Training.Plots;

/// <summary>The ground, colours and lettering that all plots share.</summary>
internal static class PlotPicture
{
    private const float LetterSize = 14;
    private static readonly SKColor Ground = new(250, 247, 242);

    /// <summary>Colour of words.</summary>
    public static SKColor Ink { get; } = new(40, 36, 32);

    /// <summary>Colour of grid lines.</summary>
    public static SKColor Grid { get; } = new(225, 220, 212);

    /// <summary>Draws onto an empty plot and encodes it as a PNG.</summary>
    public static byte[] Draw(int width, int height, Action<SKCanvas, SKFont> content)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Ground);
        using var typeface = PlotTypeface.Find();
        using var font = new SKFont(typeface, LetterSize);
        content(canvas, font);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
