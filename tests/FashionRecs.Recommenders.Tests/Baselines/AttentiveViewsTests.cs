using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class AttentiveViewsTests
{
    private const int Products = 14;
    private static readonly PurchaseHistory History = new(Shop.Products(Products), Shop.Purchases(12));

    [Fact]
    public void Attention_OneView_IsAllOfIt() =>
        Assert.Equal(1, Fit(Region()).Attention(History.Customers[0])[0], 5);

    [Fact]
    public void Shares_AnyCustomer_AddUpToTheScoreButForTheProductsBias()
    {
        var model = Fit(Region(), new float[]?[Products]);
        var (scores, everybody) = (new float[Products], new float[Products]);
        model.Score(History.Customers[0], scores);
        model.Score(CustomerHistory.Empty, everybody); // biases alone

        var shares = model.Shares(History.Customers[0]);

        Assert.Equal(2, model.Attention(History.Customers[0]).Sum(), 4);
        for (var item = 0; item < Products; item++)
        {
            Assert.Equal(scores[item] - everybody[item], shares.Sum(share => share[item]), 4);
        }
    }

    [Fact]
    public void Score_ProductsNobodyBought_TheRegionDecides()
    {
        var model = Fit(Region());
        var scores = new float[Products];
        var right = 0;
        foreach (var customer in History.Customers)
        {
            model.Score(customer, scores);
            right += scores[12] > scores[13] == customer.Items[0] < 6 ? 1 : 0;
        }

        Assert.True(right >= 36, $"{right} of {History.Customers.Count}");
    }

    private static AttentiveViews Fit(params float[]?[][] regions)
    {
        var model = new AttentiveViews(
            new PictureFeatureTable([], regions.Index().ToDictionary(region => $"view {region.Index}", region => region.Item)),
            new AttentiveViewsOptions { Factors = 4, SharedRate = 0.05f });
        model.Fit(History);
        return model;
    }

    /// <summary>A region that shows which half a product belongs to; 12 is like the first, 13 like the second.</summary>
    private static float[]?[] Region() => [.. Enumerable.Range(0, Products).Select(item =>
    {
        var region = new float[PictureFeatureTable.Size];
        region[item < 6 || item == 12 ? 3 : 40] = 1;
        return region;
    })];
}
