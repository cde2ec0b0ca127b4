using FashionRecs.Training.Faithfulness;
using FashionRecs.Training.Plots;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Faithfulness;

public class CurvePlotTests
{
    private static readonly double[] Falling =
        [.. Enumerable.Range(0, PerturbationCurve.Steps + 1).Select(i => 1 - (i / (double)PerturbationCurve.Steps))];

    [Fact]
    public void Draw_Curves_StandWhereTheirNumbersAre()
    {
        double[] rising = [.. Falling.Reverse()];

        using var plot = SKBitmap.Decode(CurvePlot.Draw(new PerturbationCurve(Falling, rising, rising, Falling), 9));

        var red = plot.GetPixel(70 + 95, 60 + 78);      // a quarter along the falling deletion
        Assert.True(red.Red > 150 && red.Green < 120, red.ToString());
        var gray = plot.GetPixel(70 + 95, 370 - 78);    // a quarter along its rising comparison
        Assert.InRange(Math.Abs(gray.Red - gray.Blue), 0, 40);
        Assert.True(gray.Red < 200, gray.ToString());
    }

    [Fact]
    public void Draw_MachineWithFonts_WritesTitles()
    {
        using var typeface = PlotTypeface.Find();
        Assert.SkipWhen(typeface.GlyphCount == 0, "This machine has no fonts.");

        using var plot = SKBitmap.Decode(CurvePlot.Draw(new PerturbationCurve(Falling, Falling, Falling, Falling), 9));

        Assert.Contains(Enumerable.Range(0, 200 * 30), i => plot.GetPixel(70 + (i % 200), 22 + (i / 200)).Red < 100);
    }
}
