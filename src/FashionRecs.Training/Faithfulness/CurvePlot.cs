using FashionRecs.Training.Plots;
using SkiaSharp;

namespace FashionRecs.Training.Faithfulness;

/// <summary>Draws deletion and insertion curves as a PNG.</summary>
public static class CurvePlot
{
    private const int Width = 960;
    private const int Height = 440;
    private static readonly SKColor Accent = new(178, 58, 38);
    private static readonly SKColor Quiet = new(140, 132, 122);

    /// <summary>Draws the mean of curves: deletion at the left, insertion at the right.</summary>
    /// <param name="mean">Mean probabilities by share of the picture.</param>
    /// <param name="count">Readings behind the mean.</param>
    public static byte[] Draw(PerturbationCurve mean, int count) => PlotPicture.Draw(Width, Height, (canvas, font) =>
    {
        DrawPanel(canvas, font, new SKRect(70, 60, 450, 370), $"Deletion, n = {count}", "share of the picture taken away", mean.Deletion,
            mean.RandomDeletion);
        DrawPanel(canvas, font, new SKRect(550, 60, 930, 370), $"Insertion, n = {count}", "share of the picture given back", mean.Insertion,
            mean.RandomInsertion);
    });

    private static void DrawPanel(SKCanvas canvas, SKFont font, SKRect area, string title, string axis, double[] curve, double[] random)
    {
        using var ink = new SKPaint { Color = PlotPicture.Ink, IsAntialias = true };
        using var grid = new SKPaint { Color = PlotPicture.Grid, StrokeWidth = 1 };
        canvas.DrawText(title, area.Left, area.Top - 22, SKTextAlign.Left, font, ink);
        canvas.DrawText(axis, area.MidX, area.Bottom + 44, SKTextAlign.Center, font, ink);
        for (var i = 0; i <= 4; i++)
        {
            var share = i / 4f;
            var (x, y) = (area.Left + (share * area.Width), area.Bottom - (share * area.Height));
            canvas.DrawLine(area.Left, y, area.Right, y, grid);
            canvas.DrawLine(x, area.Top, x, area.Bottom, grid);
            canvas.DrawText(share.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), area.Left - 8, y + 5,
                SKTextAlign.Right, font, ink);
            canvas.DrawText(share.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), x, area.Bottom + 20,
                SKTextAlign.Center, font, ink);
        }

        DrawCurve(canvas, area, random, Quiet);
        DrawCurve(canvas, area, curve, Accent);
        Legend(canvas, font, area, 0, Accent, $"evidence, area {PerturbationCurve.Area(curve):F3}");
        Legend(canvas, font, area, 1, Quiet, $"random, area {PerturbationCurve.Area(random):F3}");
    }

    private static void DrawCurve(SKCanvas canvas, SKRect area, double[] curve, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, Style = SKPaintStyle.Stroke, StrokeWidth = 2.5f, IsAntialias = true };
        for (var i = 1; i < curve.Length; i++)
        {
            canvas.DrawLine(Point(i - 1), Point(i), paint);
        }

        SKPoint Point(int i) => new(area.Left + (area.Width * i / (curve.Length - 1)), area.Bottom - (area.Height * (float)curve[i]));
    }

    private static void Legend(SKCanvas canvas, SKFont font, SKRect area, int line, SKColor colour, string text)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, StrokeWidth = 2.5f };
        var y = area.Top + 18 + (line * 22);
        canvas.DrawLine(area.Right - 190, y - 5, area.Right - 166, y - 5, paint);
        canvas.DrawText(text, area.Right - 158, y, SKTextAlign.Left, font, paint);
    }
}
