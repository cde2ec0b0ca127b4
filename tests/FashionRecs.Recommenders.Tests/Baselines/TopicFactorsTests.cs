using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class TopicFactorsTests
{
    [Fact]
    public void Expect_WordsOfOneTopic_FollowsBayes()
    {
        var model = new TopicModel(["velvet", "linen"], topics: 2, rarest: 1, new Random(1));
        var shares = new float[2];

        Assert.True(model.Expect(0, [1, 0], shares)); // a text that is all of the first topic
        Assert.Equal((1, 0), (MathF.Round(shares[0], 5), shares[1]));
        model.Expect(1, [0, 1], shares);
        model.Maximize();

        // The first topic has seen velvet once, the second linen once, both smoothed by .1 per word: 1.1 / 1.2 and .1 / 1.2.
        model.Expect(0, [0.5f, 0.5f], shares);
        Assert.Equal(1.1f / 1.2f, shares[0], 4);
        Assert.Equal("velvet", Assert.Single(model.Words(0, 1)));
    }

    [Fact]
    public void Expect_TextWithoutWords_SaysSo()
    {
        var shares = new float[] { 1, 1 };

        Assert.False(new TopicModel(["", "linen"], topics: 2, rarest: 1, new Random(1)).Expect(0, [0.5f, 0.5f], shares));
        Assert.Equal([0, 0], shares);
    }

    [Fact]
    public void Score_ProductsNobodyBought_TheTextDecides()
    {
        // Customers of the first half buy velvet and silk, those of the second linen and jute; 12 and 13 were bought by nobody.
        var products = new ShopProducts([.. Enumerable.Range(0, 14).Select(item =>
            Shop.Product(item) with { Description = item switch
            {
                12 => "velvet silk",
                13 => "linen jute",
                < 6 => item % 2 == 0 ? "velvet" : "silk",
                _ => item % 2 == 0 ? "linen" : "jute",
            } })]);
        var history = new PurchaseHistory(products, Shop.Purchases(12));
        var model = new TopicFactors(products, new TopicFactorsOptions { Topics = 4, RarestWord = 1 });

        model.Fit(history);

        var right = TwoHalves.Right(model, history);

        Assert.True(right >= 36, $"{right} of {history.Customers.Count}");
    }
}
