using FashionRecs.Tests;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Tests.Baselines;
using FashionRecs.Recommenders.Tests.Purchases;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class RecommendationEvaluationTests
{
    private static EvaluationSplit Split()
    {
        var purchases = Shop.Purchases(40);
        var last = purchases.Max(purchase => purchase.Day);
        return EvaluationSplit.Create(Shop.Products(40), [.. purchases.Where(purchase => purchase.Day < last)],
            [.. purchases.Where(purchase => purchase.Day == last)]);
    }

    public static TheoryData<string> Models => ["popularity", "item-knn", "ease", "bpr-mf", "vbpr", "explained", .. SmallModels.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_SameSeed_GivesTheSameResult(string model)
    {
        var split = Split();

        var first = Evaluation(split).Run(Create(model, split));

        Assert.Equivalent(first, Evaluation(split).Run(Create(model, split)), strict: true);
        Assert.True(first.Main.Users > 10);
        Assert.InRange(first.Main.Ndcg.Mean, 0, 1);
        Assert.InRange(first.Main.Auc.Mean, 0, 1);
    }

    [Theory]
    [InlineData("item-knn")]
    [InlineData("bpr-mf")]
    [InlineData("vbpr")]
    [InlineData("explained")]
    [InlineData("lightgcn")]
    [InlineData("hft")]
    [InlineData("efm")]
    [InlineData("attentive views")]
    [InlineData("styles and substitutes")]
    [InlineData("deepstyle")]
    [InlineData("aesthetics and pictures")]
    [InlineData("same as last bought")]
    public void Run_CustomersKeepToOneHalf_ModelKnowsTheHalf(string model)
    {
        var split = Split();
        var auc = Evaluation(split).Run(Create(model, split)).Main.Auc.Mean;
        var popularity = Evaluation(split).Run(Create("popularity", split)).Main.Auc.Mean;

        Assert.True(auc > popularity + 0.05, $"{model} {auc}, popularity {popularity}");
    }

    [Fact]
    public void Shares_OfAnyProduct_AddUpToTheScore()
    {
        var split = Split();
        var model = (ShareSum)Create("explained", split);
        model.Fit(split.History);
        var customer = split.Cases[0].Past;
        var scores = new float[40];
        model.Score(customer, scores);

        var shares = model.Shares(customer);

        for (var item = 0; item < scores.Length; item++)
        {
            Assert.Equal(scores[item], shares.Sum(share => share[item]), 4);
        }

        Assert.All(model.Weights, weight => Assert.True(weight >= 0));
    }

    private static RecommendationEvaluation Evaluation(EvaluationSplit split) => new(split, seed: 3, new FakeTimeProvider());

    private static IRecommender Create(string model, EvaluationSplit split) => model switch
    {
        "popularity" => new Popularity("popularity"),
        "item-knn" => new ItemNeighbours(shrinkage: 1),
        "ease" => new Ease(new EaseOptions { MinBuyers = 1, Lambda = 1 }),
        "vbpr" => new VisualBpr(Looks(split).Pictures, new VisualBprOptions { Factors = 4, VisualFactors = 4 }),
        "bpr-mf" => new BprFactorization(new BprOptions { Factors = 4 }),
        "explained" => new ShareSum("explained", split.History.Products, ProductAttributes.None, ShareWeights.None),
        _ => SmallModels.Create(model, split.History.Products, Looks(split), Halves(split), Values(split)),
    };

    private static int[] Halves(EvaluationSplit split) =>
        [.. Enumerable.Range(0, split.History.Products.Count).Select(item => 2 * item / split.History.Products.Count)];

    private static ItemVector[] Values(EvaluationSplit split) => Array.ConvertAll(Halves(split), half =>
        ItemVector.FromQuanta([.. Enumerable.Range(0, 54).Select(value => value == half ? (byte)ItemVector.Scale : (byte)0)]));

    /// <summary>Pictures that show which half of the shop a product belongs to, and little else.</summary>
    private static PictureFeatureTable Looks(EvaluationSplit split) => new(
        [.. Enumerable.Range(0, split.History.Products.Count)
            .Select(item => Enumerable.Range(0, PictureFeatureTable.Size)
            .Select(place => place == item % 7 ? 0.3f : place == 10 + (2 * item / split.History.Products.Count) ? 0.9f : 0).ToArray())],
        new Dictionary<string, float[]?[]>
        {
            ["neckline_design"] = [.. Halves(split).Select(half =>
                (float[]?)[.. Enumerable.Range(0, PictureFeatureTable.Size).Select(place => place == half ? 1f : 0)])],
        });
}
