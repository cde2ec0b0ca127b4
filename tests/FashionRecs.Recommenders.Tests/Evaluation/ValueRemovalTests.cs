using FashionRecs.Tests;
using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Tests.Purchases;
using Microsoft.Extensions.Time.Testing;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class ValueRemovalTests
{
    private const int Products = 40;

    [Fact]
    public void Measure_CustomersKeepToOneNeckline_RanksFallWithoutIt()
    {
        var removal = Measure(item => item < Products / 2 ? VNeck.Position : RoundNeck.Position);

        Assert.True(removal.Products > 20);
        Assert.True(removal.Fell > 0.95, $"{removal.Fell}");
        Assert.Equal(removal.Fell, removal.Passed.Mean);
    }

    [Fact]
    public void Measure_AllProductsLookAlike_NoReasonPasses() => Assert.Equal(0, Measure(_ => VNeck.Position).Passed.Mean);

    /// <summary>Customers buy within one half of the products; the neckline is all that is known.</summary>
    private static ValueRemoval Measure(Func<int, int> neckline)
    {
        var products = Shop.Products(Products);
        var purchases = Shop.Purchases(Products);
        var last = purchases.Max(purchase => purchase.Day);
        var split = EvaluationSplit.Create(products, [.. purchases.Where(purchase => purchase.Day < last)],
            [.. purchases.Where(purchase => purchase.Day == last)]);
        var necklines = Enumerable.Range(0, Products).Select(neckline).ToArray();
        var traits = new Dictionary<string, int[]> { ["neckline_design"] = necklines };
        var learner = new OnlineLearner(products, new ProductAttributes("labels", traits), Vocabulary, population: false);
        learner.Fit(split.History);
        return ValueRemoval.Measure(split, new RecommendationEvaluation(split, 1, new FakeTimeProvider()), learner, seed: 1);
    }
}
