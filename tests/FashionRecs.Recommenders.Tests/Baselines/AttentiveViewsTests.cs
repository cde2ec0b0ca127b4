using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;
using static FashionRecs.Recommenders.Tests.Baselines.TwoHalves;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class AttentiveViewsTests
{
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
        var right = TwoHalves.Right(Fit(Region()));

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

    /// <summary>A region that shows which half a product belongs to.</summary>
    private static float[]?[] Region() => [.. Enumerable.Range(0, Products).Select(item =>
    {
        var region = new float[PictureFeatureTable.Size];
        region[IsFirst(item) ? 3 : 40] = 1;
        return region;
    })];
}
