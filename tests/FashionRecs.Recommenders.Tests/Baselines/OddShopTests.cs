using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

public class OddShopTests
{
    public static TheoryData<string> Models => [.. SmallModels.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Score_MuchIsMissing_IsANumberForEverybody(string name)
    {
        var model = Fit(name);

        foreach (var customer in OddShop.History.Customers.Append(CustomerHistory.Empty))
        {
            Assert.All(Score(model, customer), score => Assert.True(float.IsFinite(score), $"{name}: {score}"));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_SameSeed_GivesTheSameScores(string name)
    {
        var customer = OddShop.History.Customers[5];

        Assert.Equal(Score(Fit(name), customer), Score(Fit(name), customer));
    }

    private static IRecommender Fit(string name)
    {
        var model = SmallModels.Create(name, OddShop.Products, OddShop.Features, OddShop.Categories, OddShop.Vectors);
        model.Fit(OddShop.History);
        return model;
    }

    private static float[] Score(IRecommender model, CustomerHistory customer)
    {
        var scores = new float[OddShop.Count];
        Array.Fill(scores, float.NaN);
        model.Score(customer, scores);
        return scores;
    }
}
