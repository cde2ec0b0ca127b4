using FashionRecs.Experiments.GroupSequential;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Tests.GroupSequential;

public class GroupSequentialBoundsTests
{
    private static readonly double[] Five = [0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>What Lan and DeMets' functions give in the literature and in the R package ldbounds, five looks, alpha 5 %.</summary>
    [Theory]
    [InlineData(AlphaSpending.OBrienFleming, 4.877, 3.357, 2.680, 2.290, 2.031)]
    [InlineData(AlphaSpending.Pocock, 2.438, 2.427, 2.410, 2.397, 2.386)]
    public void Of_FiveLooks_AreThePublishedBounds(AlphaSpending spending, params double[] published) =>
        Assert.Equal(published, GroupSequentialBounds.Of(Five, 0.05, spending).Select(bound => Math.Round(bound, 3)));

    /// <summary>Nominal levels of the tests of spotify-confidence, alpha 1 %, spent with the square of the information.</summary>
    [Fact]
    public void Of_UnevenLooks_HaveThePublishedNominalLevels()
    {
        var bounds = GroupSequentialBounds.Of([250 / 810.0, 450 / 810.0, 630 / 810.0, 1], 0.01, AlphaSpending.Quadratic);

        Assert.Equal([0.00095, 0.00241, 0.00410, 0.00636], bounds.Select(bound => Math.Round(2 * Normal.CDF(0, 1, -bound), 5)));
    }

    /// <summary>
    /// The first looks of a real experiment in the tests of spotify-confidence, whose search ends where alpha is met to 1e-7.
    /// </summary>
    [Fact]
    public void Of_ManyEarlyLooks_AreNearThePublishedBounds()
    {
        double[] published = [5.0536015, 4.819334, 4.70702194, 4.60970036, 4.55329219, 4.5118919];
        var bounds = GroupSequentialBounds.Of(
            [0.011404679673257933, 0.02292450819418779, 0.0356455988484443, 0.04835740420885424, 0.05971666577058213, 0.06976017458481187],
            0.0033333333333333335, AlphaSpending.Quadratic);

        Assert.All(published.Zip(bounds), pair => Assert.InRange(pair.Second, pair.First - 0.02, pair.First + 0.02));
    }

    [Theory]
    [InlineData(AlphaSpending.OBrienFleming)]
    [InlineData(AlphaSpending.Pocock)]
    [InlineData(AlphaSpending.Quadratic)]
    public void Of_SimulatedCourses_CrossAsOftenAsPromised(AlphaSpending spending)
    {
        var (bounds, random, crossed) = (GroupSequentialBounds.Of(Five, 0.1, spending), new Random(4), 0);
        for (var course = 0; course < 20_000; course++)
        {
            var (sum, outside) = (0.0, false);
            for (var look = 0; look < Five.Length; look++)
            {
                sum += Normal.Sample(random, 0, Math.Sqrt(0.2));
                outside |= Math.Abs(sum / Math.Sqrt(Five[look])) > bounds[look];
            }

            crossed += outside ? 1 : 0;
        }

        Assert.InRange(crossed / 20_000.0, 0.092, 0.108);
        Assert.Equal(0.1, spending.Spent(0.1, 1), 12);
    }

    [Fact]
    public void Of_OneLook_IsTheNormalQuantile() =>
        Assert.Equal(1.959964, GroupSequentialBounds.Of([1], 0.05, AlphaSpending.OBrienFleming)[0], 6);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0, 1)]
    [InlineData(0.5, 1.1)]
    public void Of_SharesThatDoNotIncrease_Throws(double one, double other) =>
        Assert.Throws<ArgumentException>(() => GroupSequentialBounds.Of([one, other], 0.05, AlphaSpending.Pocock));
}
