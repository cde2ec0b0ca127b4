using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

public class LevelTermTests
{
    private static readonly PurchaseHistory History = new(Shop.Products(), Shop.Purchases());

    [Fact]
    public void Values_DearBasket_SpeaksForDearProductsAndAgainstCheapOnes()
    {
        var values = Of([11, 10]);

        Assert.True(values[9] > 0 && values[9] > values[8], string.Join(' ', values));
        Assert.True(values[0] < 0);
    }

    [Fact]
    public void Values_MoreOfTheSameLevel_SaysMore() => Assert.True(Of([11, 10, 11, 10])[9] > Of([11, 10])[9]);

    [Fact]
    public void Values_UnknownMeasure_IsNoEvidence()
    {
        var term = new LevelTerm("level", _ => [float.NaN, .. Enumerable.Range(1, 11).Select(number => (float)number)]);
        term.Fit(History);
        var values = new float[12];
        term.Values(new CustomerHistory(-1, "c", [11], [0]), values);

        Assert.Equal(0, values[0]);
        Assert.True(values[11] > 0);
    }

    private static float[] Of(int[] items)
    {
        var term = new LevelTerm("price level", history => [.. history.Products.Products.Select(product => (float)product.Price)]);
        term.Fit(History);
        var values = new float[12];
        term.Values(new CustomerHistory(-1, "c", items, new int[items.Length]), values);
        return values;
    }
}
