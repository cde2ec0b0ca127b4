using FashionRecs.Domain.Statistics;

namespace FashionRecs.Domain.Tests.Statistics;

public class ShareIntervalTests
{
    /// <summary>Wilson's interval for 81 of 263, the example of Newcombe (Statistics in Medicine, 1998): 0.2553 to 0.3662.</summary>
    [Fact]
    public void Of_NewcombesExample_IsEqual()
    {
        var interval = ShareInterval.Of(81, 263);

        Assert.Equal(0.2553, interval.Low, 4);
        Assert.Equal(0.3662, interval.High, 4);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(20, 20)]
    public void Of_Extremes_StayWithinZeroAndOne(long hits, long count)
    {
        var interval = ShareInterval.Of(hits, count);

        Assert.InRange(interval.Low, 0, interval.Share);
        Assert.InRange(interval.High, interval.Share, 1);
        Assert.True(interval.High > interval.Low);
    }

    [Fact]
    public void Of_NothingCounted_IsEverything() => Assert.Equal((0, 1), (ShareInterval.Of(0, 0).Low, ShareInterval.Of(0, 0).High));
}
