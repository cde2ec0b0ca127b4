using FashionRecs.Domain.Statistics;

namespace FashionRecs.Domain.Tests.Statistics;

public class BootstrapIntervalTests
{
    [Fact]
    public void Of_SameSeed_GivesTheSameIntervalAroundTheMean()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(value => value % 2.0)];

        var interval = BootstrapInterval.Of(values, seed: 7);

        Assert.Equal(interval, BootstrapInterval.Of(values, seed: 7));
        Assert.Equal(0.5, interval.Mean);
        // The standard error of a fair coin thrown 200 times is 0.035.
        Assert.InRange(interval.Low, 0.41, 0.45);
        Assert.InRange(interval.High, 0.55, 0.59);
    }

    [Fact]
    public void Of_NoValues_IsNotANumber() => Assert.True(double.IsNaN(BootstrapInterval.Of([], 1).Mean));
}
