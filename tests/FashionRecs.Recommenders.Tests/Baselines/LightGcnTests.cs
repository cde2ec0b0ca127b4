using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class LightGcnTests
{
    [Fact]
    public void Average_OneCustomerTwoProducts_MatchesHandComputation()
    {
        // Degrees 2, 1 and 1: both edges weigh 1/√2. From (customer, products) = (1, 2, 4) one step makes (6/√2, 1/√2, 1/√2).
        var graph = new PurchaseGraph(new PurchaseHistory(Shop.Products(2), [Shop.Buy(0, 1, 0), Shop.Buy(0, 1, 1)]));
        var root = MathF.Sqrt(2);

        var mean = graph.Average([1, 2, 4], width: 1, layers: 1);

        Assert.Equal([(1 + (6 / root)) / 2, (2 + (1 / root)) / 2, (4 + (1 / root)) / 2], mean.Select(number => number), Near);
    }

    [Fact]
    public void Average_NoLayer_IsTheTableItself()
    {
        var graph = new PurchaseGraph(new PurchaseHistory(Shop.Products(2), [Shop.Buy(0, 1, 0)]));

        Assert.Equal([3, 1, 2], graph.Average([3, 1, 2], width: 1, layers: 0));
    }

    private static bool Near(float left, float right) => Math.Abs(left - right) < 1e-5;
}
