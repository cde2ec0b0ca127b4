using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class OutlierCapTests
{
    [Fact]
    public void Threshold_NearestRankOfNonZeroValues_IsTaken()
    {
        var values = Enumerable.Range(1, 100).Select(value => (double)value).Concat(Enumerable.Repeat(0.0, 900));

        Assert.Equal(99, new OutlierCap(0.99).Threshold(values));
    }

    [Fact]
    public void Threshold_PercentileOne_CapsNothing() => Assert.Null(OutlierCap.None.Threshold([1, 2, 1e9]));

    [Fact]
    public void Threshold_OnlyZeros_CapsNothing() => Assert.Null(new OutlierCap(0.99).Threshold([0, 0]));

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Threshold_PercentileOutOfRange_Throws(double percentile) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutlierCap(percentile).Threshold([1]));

    [Fact]
    public void Apply_OneHugeOutlier_NoLongerDecides()
    {
        // 200 ordinary units per arm, and one of the treatment bought for a million.
        var control = Enumerable.Range(0, 200).Select(unit => 10.0 + (unit % 7)).ToArray();
        var treatment = control.Select(value => value + 1).Append(1_000_000).ToArray();
        var threshold = new OutlierCap(0.99).Threshold(control.Concat(treatment));

        var result = ArmComparison.Compare(
            MeanStatistic.Of(control.Select(value => OutlierCap.Apply(value, threshold))),
            MeanStatistic.Of(treatment.Select(value => OutlierCap.Apply(value, threshold))),
            new() { Sequential = false, Difference = DifferenceKind.Absolute },
            out _)!;

        Assert.InRange(result.Effect, 0.8, 1.2);
        Assert.True(result.IsSignificant);
    }
}
