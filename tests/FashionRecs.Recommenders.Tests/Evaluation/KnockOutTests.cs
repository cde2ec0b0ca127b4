using FashionRecs.Recommenders.Evaluation;
using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Tests.Purchases;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Recommenders.Tests.Evaluation;

public class KnockOutTests
{
    [Fact]
    public void Measure_OneShareDecides_OnlyItsLossCosts()
    {
        var purchases = Shop.Purchases(40);
        var last = purchases.Max(purchase => purchase.Day);
        var products = Shop.Products(40);
        var split = EvaluationSplit.Create(products, [.. purchases.Where(purchase => purchase.Day < last)],
            [.. purchases.Where(purchase => purchase.Day == last)]);
        var half = Enumerable.Range(0, 40).Select(item => item / 20).ToArray();
        var model = new ShareSum("two", products, ProductAttributes.None,
            new Dictionary<string, double> { ["half"] = 1, ["shop"] = 1 }, null,
            [new TraitTerm("half", half), new TraitTerm("shop", new int[40])], learns: false);
        model.Fit(split.History);

        var knockOuts = KnockOut.Measure(split, new RecommendationEvaluation(split, 1, new FakeTimeProvider()), model, seed: 1);

        Assert.Equal(["half", "shop"], knockOuts.Select(knockOut => knockOut.Share));
        Assert.True(knockOuts[0].Fall.Low > 0, $"{knockOuts[0].Fall}");
        Assert.Equal(0, knockOuts[1].Fall.Mean); // the same for every product
    }

    [Fact]
    public void WithUnseen_ShareOfProducts_NobodyHasBoughtThem()
    {
        var purchases = Shop.Purchases(40);
        var last = purchases.Max(purchase => purchase.Day);
        // The past holds every purchase, so that only what was made unknown is new.
        var split = EvaluationSplit.WithUnseen(Shop.Products(40), purchases, [.. purchases.Where(purchase => purchase.Day == last)],
            unseen: 0.3, seed: 1);

        Assert.InRange(split.IsCold.Count(cold => cold), 3, 12);
        Assert.All(Enumerable.Range(0, 40).Where(item => split.IsCold[item]), item => Assert.Equal(0, split.History.Buyers[item]));
    }
}
