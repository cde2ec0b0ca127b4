using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Features;

/// <summary>Nobody in this shop buys from both of its halves: products 0 to 5, and 6 to 11.</summary>
public class EmbeddingSimilarityFeatureTests
{
    private const int Like = 2;
    private static readonly CustomerHistory One = new(-1, "one", [0, 4], [0, 0]);
    private static readonly CustomerHistory Both = new(-1, "both", [0, 4, 6, 10], [0, 0, 0, 0]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_OneHalfBought_PrefersIt(bool closest)
    {
        var values = Values(One, closest);

        Assert.True(values[Like] > values[8] + 0.3f, $"{values[Like]}, {values[8]}");
    }

    [Fact]
    public void Values_BothHalvesBought_ClosestKeepsWhatTheMeanLoses()
    {
        Assert.Equal(Values(One, closest: true)[Like], Values(Both, closest: true)[Like], 0.05f);
        Assert.True(Values(Both, closest: false)[Like] < Values(One, closest: false)[Like] - 0.2f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_NothingBought_IsNoEvidence(bool closest) =>
        Assert.All(Values(CustomerHistory.Empty, closest), value => Assert.Equal(0, value));

    private static float[] Values(CustomerHistory customer, bool closest)
    {
        var products = Shop.Products();
        var term = new EmbeddingSimilarityFeature("taste", new PureSvdEmbedding(2), closest);
        term.Fit(new PurchaseHistory(products, Shop.Purchases()));
        var values = new float[products.Count];
        term.Values(customer, values);
        return values;
    }
}
