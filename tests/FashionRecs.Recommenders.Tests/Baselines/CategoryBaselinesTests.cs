using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class CategoryBaselinesTests
{
    /// <summary>Products 0 and 1 are of one category, 2 of another; buyers are 1, 2 and 3.</summary>
    private static readonly int[] Categories = [0, 0, 1];

    private static readonly PurchaseHistory History = new(Shop.Products(3),
    [
        Shop.Buy(0, 1, 2), Shop.Buy(1, 1, 0), Shop.Buy(0, 2, 1), Shop.Buy(0, 3, 1), Shop.Buy(0, 4, 2), Shop.Buy(0, 5, 2),
    ]);

    [Fact]
    public void CategoryPopularity_OneOfEach_IsBuyersTimesSmoothedShare()
    {
        // Two products, one of each of two categories: shares (1 + 1/2) / 3 = 1/2.
        Assert.Equal([0.5f, 1, 1.5f], Score(new CategoryPopularity(Categories), History.Customers[0]));
    }

    [Fact]
    public void CategoryPopularity_NothingBought_IsPopularity() =>
        Assert.Equal([0.5f, 1, 1.5f], Score(new CategoryPopularity(Categories), CustomerHistory.Empty));

    [Fact]
    public void CategoryPopularity_OneCategoryBought_OutweighsSales() // 1 · ½ · (1 + ½), 2 · ¾ and 3 · ¼
        => Assert.Equal([0.75f, 1.5f, 0.75f], Score(new CategoryPopularity(Categories), History.Customers[1]));

    [Fact]
    public void LatestCategory_OlderCategoryDoesNotCount_LatestComesFirst() // the latest is product 0; its category gains 3 + 1
        => Assert.Equal([5, 6, 3], Score(new LatestCategory(Categories), History.Customers[0]));

    private static float[] Score(IRecommender model, CustomerHistory customer)
    {
        model.Fit(History);
        var scores = new float[3];
        model.Score(customer, scores);
        return scores;
    }
}
