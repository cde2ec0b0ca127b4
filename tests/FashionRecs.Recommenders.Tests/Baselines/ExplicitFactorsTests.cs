using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class ExplicitFactorsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2.8485)] // 1 + 4 (2 / (1 + 1/e) − 1)
    [InlineData(100, 5)]
    public void Attention_OfTimesBought_IsThatOfThePaper(float times, double expected) =>
        Assert.Equal(expected, ExplicitFactors.Attention(times), 3);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3.9242)] // 1 + 4 / (1 + 1/e)
    public void Quality_OfBuyers_IsThatOfThePaper(int buyers, double expected) =>
        Assert.Equal(expected, ExplicitFactors.Quality(buyers), 3);

    [Fact]
    public void Fit_OnePurchaseOneValue_RebuildsAllThreeNumbers()
    {
        // One number each: attention 2.8485 = u·v, quality 3.9242 = q·v and purchase 5 = u·q can all be met.
        var model = Fit([Vector(1)], [Shop.Buy(0, 1, 0)], values: 1);
        var customer = new CustomerHistory(0, "c1", [0], [0]);
        var scores = new float[1];

        model.Score(customer, scores);

        Assert.Equal(0.5 * 2.8485 * 3.9242 / 5, model.Shares(customer)[0][0], 2);
        Assert.Equal((0.5 * 2.8485 * 3.9242 / 5) + (0.5 * 5), scores[0], 2);
    }

    [Fact]
    public void Shares_ValuesOutsideTheMostAttended_AreSilent()
    {
        var model = Fit([Vector(1, 0), Vector(1, 0), Vector(0, 1)], [Shop.Buy(0, 1, 0), Shop.Buy(0, 1, 1), Shop.Buy(0, 2, 2)], values: 1);

        var shares = model.Shares(new CustomerHistory(0, "c1", [0, 1], [0, 0]));

        Assert.All(shares[0], share => Assert.True(share >= 0));
        Assert.All(shares[1], share => Assert.Equal(0, share));
        Assert.True(shares[0][1] > shares[0][2], "the product that shows the value is better in it");
    }

    private static ExplicitFactors Fit(ItemVector[] vectors, Purchase[] purchases, int values)
    {
        var model = new ExplicitFactors(vectors, new ExplicitFactorsOptions
        {
            Explicit = vectors[0].Length, Hidden = 0, Rounds = 2000, AttentionWeight = 1, QualityWeight = 1, Penalty = 0, Values = values,
            Share = 0.5f,
        });
        model.Fit(new PurchaseHistory(Shop.Products(vectors.Length), purchases));
        return model;
    }

    private static ItemVector Vector(params int[] shown) =>
        ItemVector.FromQuanta([.. shown.Select(value => (byte)(value * ItemVector.Scale))]);
}
