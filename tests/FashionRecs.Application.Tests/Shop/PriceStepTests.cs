using FashionRecs.Application.Shop;

namespace FashionRecs.Application.Tests.Shop;

public class PriceStepTests
{
    [Fact]
    public void Of_Prices_HasRoundEndsAndLeavesNoPriceOut()
    {
        decimal[] prices = [.. Enumerable.Range(1, 100).Select(number => number + 16.99m)];

        var steps = PriceStep.Of(prices);

        Assert.Equal([new(null, 40), new(40, 60), new(60, 80), new(80, 100), new(100, null)], steps);
        Assert.All(prices, price => Assert.Contains(steps, step => step.Has(price)));
        Assert.DoesNotContain(steps, step => step.Has(null));
    }

    [Fact]
    public void Of_OnePrice_HasNone()
    {
        Assert.Empty(PriceStep.Of([9.99m, 9.99m]));
        Assert.Empty(PriceStep.Of([]));
    }
}
