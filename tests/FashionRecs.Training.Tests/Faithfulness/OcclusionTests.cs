using FashionRecs.Training.Faithfulness;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Faithfulness;

public class OcclusionTests
{
    private static readonly InputSize Size = new(40, 30);

    [Fact]
    public void Hide_MeanColour_FillsTheBoxAndNothingElse()
    {
        var occlusion = new Occlusion(Ramp(), Size, new SKRect(0, 0, 30, 40));

        var hidden = occlusion.Hide(new SKRect(5, 10, 15, 20), occlusion.Mean);

        for (var i = 0; i < hidden.Length; i++)
        {
            var (x, y) = (i / 3 % 30, i / 3 / 30);
            var inside = x is >= 5 and < 15 && y is >= 10 and < 20;
            Assert.Equal(inside ? 19.5f + (i % 3) : occlusion.Pixels[i], hidden[i], 1e-3);
        }
    }

    [Fact]
    public void Mean_PaddedPicture_LeavesOutThePadding()
    {
        var occlusion = new Occlusion(Ramp(), Size, new SKRect(0, 10, 30, 20));

        Assert.Equal(14.5f, occlusion.Mean[0], 1e-3);
    }

    [Fact]
    public void Blurred_Stripes_LoseTheirContrastAndKeepTheirMean()
    {
        var stripes = new float[40 * 30 * 3];
        for (var i = 0; i < stripes.Length; i++)
        {
            stripes[i] = i / 3 / 30 % 2;
        }

        var blurred = new Occlusion(stripes, Size, new SKRect(0, 0, 30, 40)).Blurred;

        Assert.Equal(0.5, blurred.Average(), 0.05);
        Assert.All(blurred.Skip(30 * 3 * 10).Take(30 * 3 * 20), value => Assert.InRange(value, 0.4, 0.6));
    }

    /// <summary>Each row has its number, plus 0, 1 and 2 for the channels.</summary>
    private static float[] Ramp() => [.. Enumerable.Range(0, 40 * 30 * 3).Select(i => (float)(i / 3 / 30) + (i % 3))];
}
