using FashionRecs.Domain.Statistics;

namespace FashionRecs.Domain.Tests.Statistics;

public class PairedDifferenceTests
{
    [Fact]
    public void Of_NoPairDiffers_IsNotSureOfNothing()
    {
        var none = PairedDifference.Of(0, 0, 6);

        Assert.Equal(0, none.Difference);
        Assert.True(none.Low < -0.2 && none.High > 0.2, $"{none}");
    }

    /// <summary>By hand: (21/102, 6/102), so 0.1471 ± 1.96 · sqrt((0.2647 − 0.0216) / 102).</summary>
    [Fact]
    public void Of_TwentyGainedFiveLost_IsBonettsAndPricesInterval()
    {
        var change = PairedDifference.Of(20, 5, 100);

        Assert.Equal(0.15, change.Difference, 12);
        Assert.Equal(0.0514, change.Low, 3);
        Assert.Equal(0.2427, change.High, 3);
    }

    [Fact]
    public void Of_NothingCounted_SaysNothing() =>
        Assert.Equal((-1, 1, true), (PairedDifference.Of(0, 0, 0).Low, PairedDifference.Of(0, 0, 0).High,
            double.IsNaN(PairedDifference.Of(0, 0, 0).Difference)));
}
