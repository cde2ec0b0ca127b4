using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class ClusterBootstrapTests
{
    /// <summary>
    /// Ten impressions of each of sixty shoppers, who like nearly all or nearly none: impressions taken for independent would miss the
    /// truth a third of the time.
    /// </summary>
    [Fact]
    public void Share_ShoppersWhoDiffer_HoldsTheTruthAsOftenAsPromised()
    {
        var random = new Random(3);
        var (clustered, independent) = (0, 0);
        for (var experiment = 0; experiment < 400; experiment++)
        {
            (double Hits, double Count)[] shoppers = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < 0.3 ? 0.9 : 0.1)
                .Select(rate => ((double)Enumerable.Range(0, 10).Count(_ => random.NextDouble() < rate), 10.0))];
            clustered += Holds(ClusterBootstrap.Share(shoppers)) ? 1 : 0;
            independent += Holds(ShareInterval.Of((long)shoppers.Sum(shopper => shopper.Hits), 600)) ? 1 : 0;
        }

        Assert.InRange(clustered / 400.0, 0.91, 0.97);
        Assert.True(independent / 400.0 < 0.75);

        static bool Holds(ShareInterval interval) => interval.Low <= 0.34 && interval.High >= 0.34;
    }

    [Fact]
    public void Difference_SameShoppers_HoldsZeroAndIsRepeatable()
    {
        (double, double)[] shoppers = [.. Enumerable.Range(0, 40).Select(shopper => (shopper % 4.0, 5.0))];

        var difference = ClusterBootstrap.Difference(shoppers, shoppers)!.Value;

        Assert.Equal(0, difference.Mean);
        Assert.True(difference.Low < 0 && difference.High > 0);
        Assert.Equal(difference, ClusterBootstrap.Difference(shoppers, shoppers));
    }

    [Fact]
    public void Share_AllOrNone_IsAsWideAsTheShoppersAreFew()
    {
        Assert.Equal(ShareInterval.Of(5, 5), ClusterBootstrap.Share([.. Enumerable.Repeat((20.0, 20.0), 5)]));
        Assert.Equal(ShareInterval.Of(0, 5), ClusterBootstrap.Share([.. Enumerable.Repeat((0.0, 20.0), 5)]));
        Assert.True(double.IsNaN(ClusterBootstrap.Share([]).Share));
        Assert.Null(ClusterBootstrap.Difference([(1, 2)], [(1, 2), (0, 1)]));
    }

    /// <summary>The published check of this generator: from 1, the ten thousandth state is 399268537.</summary>
    [Fact]
    public void Lehmer_TenThousandDraws_IsThePublishedState()
    {
        var random = new LehmerRandom(1);
        var last = 0;
        for (var draw = 0; draw < 10_000; draw++)
        {
            last = random.Next(int.MaxValue);
        }

        Assert.Equal(399268537, last);
    }
}
