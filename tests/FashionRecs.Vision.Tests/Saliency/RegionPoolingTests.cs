using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Saliency;

public class RegionPoolingTests
{
    private static readonly InputSize Input = new(80, 60);

    /// <summary>8 × 6 positions of 10 pixels; channel 0 counts them row by row, channel 1 counts down.</summary>
    private static readonly FeatureMap Counting = new(
        Enumerable.Range(0, 48).SelectMany(i => new float[] { i, -i }).ToArray(), 8, 6, 2);

    [Fact]
    public void Max_RegionOnPositions_TakesTheMaximumOfEachSubWindow()
    {
        var pooled = new float[2 * 2 * 2];

        // Rows 2 to 5, columns 1 to 4: sub-windows of 2 × 2 positions.
        RegionPooling.Max(Counting, new SKRect(10, 20, 50, 60), Input, new PoolGrid(2, 2), pooled);

        Assert.Equal([20, 22, 32, 34, -13, -15, -25, -27], pooled);
    }

    [Fact]
    public void Max_UnevenRegion_SharesTheMiddlePosition()
    {
        var pooled = new float[2 * 2 * 1];

        // Three rows into two sub-windows: [0, 2) and [1, 3).
        RegionPooling.Max(Counting, new SKRect(0, 0, 10, 30), Input, new PoolGrid(2, 1), pooled);

        Assert.Equal([6, 12, 0, -6], pooled);
    }

    [Fact]
    public void Max_RegionSmallerThanAPosition_RepeatsIt()
    {
        var pooled = new float[2 * 7 * 7];

        RegionPooling.Max(Counting, new SKRect(52, 71, 57, 74), Input, PoolGrid.Default, pooled);

        Assert.All(pooled[..49], value => Assert.Equal(47, value));
        Assert.All(pooled[49..], value => Assert.Equal(-47, value));
    }

    [Fact]
    public void Max_WholeInputToOneCell_IsTheMaximumPerChannel()
    {
        var pooled = new float[2];

        RegionPooling.Max(Counting, new SKRect(0, 0, 60, 80), Input, new PoolGrid(1, 1), pooled);

        Assert.Equal([47, 0], pooled);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0x7")]
    [InlineData("33x7")]
    [InlineData("7x7x7")]
    public void Parse_NoGrid_SaysWhatAGridIs(string text) =>
        Assert.Contains("7x7", Assert.Throws<FormatException>(() => PoolGrid.Parse(text)).Message);
}
