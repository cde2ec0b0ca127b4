using FashionRecs.Vision.Quantization;

namespace FashionRecs.Vision.Tests.Quantization;

public class ActivationHistogramTests
{
    [Fact]
    public void Best_RareOutlier_IsCutOff()
    {
        var random = new Random(3);
        float[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => (float)random.NextDouble()), 3];

        var range = Range(numbers);

        Assert.Equal(0, range.Zero);
        Assert.InRange(range.Scale * byte.MaxValue, 0.95, 2.5);
    }

    [Fact]
    public void Best_EvenNumbersOfBothSigns_KeepsThemAllAndMeetsZeroExactly()
    {
        var range = Range([.. Enumerable.Range(-100, 301).Select(number => number / 100f)]);

        Assert.InRange(range.Scale * range.Zero, 0.9, 1.01);
        Assert.InRange(range.Scale * (byte.MaxValue - range.Zero), 1.9, 2.01);
    }

    [Fact]
    public void Best_OnlyZeros_IsAUsableRange()
    {
        Assert.True(Range(new float[10]).Scale > 0);
    }

    private static ActivationRange Range(float[] numbers)
    {
        var histogram = new ActivationHistogram();
        histogram.Widen(numbers);
        histogram.Count(numbers);
        return histogram.Best();
    }
}
