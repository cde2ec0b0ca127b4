using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Saliency;

public class RegionFinderTests
{
    private static readonly InputSize Input = new(60, 40);
    private static readonly SKRect Whole = new(0, 0, 40, 60);

    [Fact]
    public void Find_TwoBlobs_BoxesTheLargest()
    {
        var values = new float[6 * 4];
        values[0] = 1.0f;                                 // a small blob, though the stronger one
        values[(3 * 4) + 2] = values[(4 * 4) + 2] = 0.9f; // a larger one below
        values[(3 * 4) + 3] = values[(4 * 4) + 3] = 0.9f;

        var (box, share, _) = RegionFinder.Find(new ActivationMap(values, 6, 4), Input, Whole, 0.5);

        Assert.True(box.Left >= 15 && box.Top >= 25 && box.Right == 40 && box.Bottom <= 55, box.ToString());
        Assert.InRange(share, 0.6, 0.9);
    }

    [Fact]
    public void Find_PeakInThePadding_StaysOnThePicture()
    {
        var values = new float[6 * 4];
        values[0] = 5;
        values[(3 * 4) + 1] = 1;
        var covered = new SKRect(0, 20, 40, 40);

        var (box, _, _) = RegionFinder.Find(new ActivationMap(values, 6, 4), Input, covered, 0.4);

        Assert.True(covered.Contains(box), box.ToString());
        Assert.True(box.Contains(15, 35), box.ToString());
    }

    [Fact]
    public void Find_NoPositiveEvidence_HasABoxWithNoShare()
    {
        var values = Enumerable.Range(0, 24).Select(i => -1f - i).ToArray();

        var (box, share, _) = RegionFinder.Find(new ActivationMap(values, 6, 4), Input, Whole, 0.4);

        Assert.True(box.Width > 0 && box.Height > 0);
        Assert.Equal(0, share);
    }

    [Fact]
    public void Find_TwoBlobsJoined_BoxesBoth()
    {
        var values = new float[6 * 4];
        values[(3 * 4) + 0] = values[(4 * 4) + 0] = 1;
        values[(3 * 4) + 3] = values[(4 * 4) + 3] = 0.9f;
        var map = new ActivationMap(values, 6, 4);

        var largest = RegionFinder.Find(map, Input, Whole, 0.5).Box;
        var joined = RegionFinder.Find(map, Input, Whole, 0.5, joined: true).Box;

        Assert.True(largest.Width <= 15, largest.ToString());
        Assert.Equal((0, 40), (joined.Left, joined.Right));
    }

    [Fact]
    public void Find_Peak_IsThePlaceOfTheMaximum()
    {
        var values = new float[6 * 4];
        values[(2 * 4) + 1] = 1;

        var peak = RegionFinder.Find(new ActivationMap(values, 6, 4), Input, Whole, 0.5).Peak;

        Assert.InRange(peak.X, 12.5f, 17.5f); // position 1 of 10 pixels
        Assert.InRange(peak.Y, 22.5f, 27.5f);
    }
}
