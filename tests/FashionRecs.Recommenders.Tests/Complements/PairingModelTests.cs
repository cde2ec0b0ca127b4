using FashionRecs.Recommenders.Complements;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Tests.Complements;

public class PairingModelTests
{
    /// <summary>Shares that only others' choices can be evidence of.</summary>
    private static readonly string[] OfOthers =
        ["popularity", "trend", "often bought with", "surprising together", "taste", "broad taste", "bought on coming back", "type",
            "section of the latest", "group", "colour", "pattern", "price band", "favourites or finds", "same collection"];

    private static readonly ShopperChoice[] Choices =
    [
        .. SmallShop.Shoppers(12, "a", "p00", "p21"), .. SmallShop.Shoppers(9, "b", "p02", "p04", "p06"),
        .. SmallShop.Shoppers(15, "c", "p03", "p05", "p25"),
        .. SmallShop.Shoppers(4, "d", "p30"),
    ];

    [Fact]
    public void Best_ChosenTogetherByMany_ComesFirstAndNamesWhatWasChosen()
    {
        var first = SmallShop.Fit(Choices).With("p00")[0];

        Assert.Equal("p21", first.Item.Product.Id);
        Assert.Equal(("chosen by 12 shoppers who chose", "p00"), (first.Reason()!.Words, first.Reason()!.Chosen!.Product.Id));
    }

    [Fact]
    public void Best_AnyProduct_HasTheScoreOfTheShareSum()
    {
        var products = PairingInputs.Products(SmallShop.Items);
        var attributes = PairingInputs.Attributes(SmallShop.Items, SmallShop.Vocabulary);
        var weights = SmallShop.Weights.Where(weight => weight.Key != "new").ToDictionary();
        var history = PairingInputs.History(products, Choices);
        var sum = new ShareSum("sum", products, attributes, weights, learns: false);
        sum.Fit(history);
        var scores = new float[products.Count];
        sum.Score(PairingInputs.Customer(history, [("p00", SmallShop.Day), ("p03", SmallShop.Day)], 40), scores);

        var best = SmallShop.Fit(Choices).With("p00", "p03");

        Assert.Equal(38, best.Count);
        // Compared with the average product, which takes the same from all, and on the scale of the weights of values.
        var lead = (scores[products.IndexOf(best[0].Item.Product.Id)] / PairingModel.ValuesWeight) - best[0].Explanation.Score;
        Assert.All(best, pairing => Assert.Equal(
            (scores[products.IndexOf(pairing.Item.Product.Id)] / PairingModel.ValuesWeight) - lead, pairing.Explanation.Score,
                0.01 * sum.Terms.Count));
        Assert.Equal(best.OrderByDescending(pairing => pairing.Explanation.Score).Select(pairing => pairing.Item),
            best.Select(pairing => pairing.Item));
    }

    [Fact]
    public void Best_AnyProduct_PrintsPartsThatAddUpToThePrintedScore() => Assert.All(SmallShop.Fit(Choices).With("p00", "p03"), pairing =>
        Assert.Equal(decimal.Parse($"{pairing.Explanation.Score:0.00}"), pairing.Parts()
            .Sum(part => decimal.Parse($"{part.Hundredths / 100m:0.00}"))));

    [Fact]
    public void Best_NobodyElseChose_SaysNothingOfOthers()
    {
        var best = SmallShop.Fit(SmallShop.Shoppers(1, "me", "p00", "p02", "p21")).With("p00", "p02", "p21");

        Assert.NotEmpty(best);
        Assert.Empty(best.SelectMany(pairing => pairing.Parts()).Select(part => part.Term).Intersect(OfOthers));
        Assert.Contains(best, pairing => pairing.Reason()?.Words == "similar in description to");
    }

    [Fact]
    public void Best_NotChosenByAnybody_IsNotPraisedAsNew() =>
        Assert.DoesNotContain(SmallShop.Fit(Choices).With("p00").SelectMany(pairing => pairing.Parts()), part => part.Term == "new");

    [Fact]
    public void Best_ProductsOfWhichNothingIsKnown_Copes()
    {
        var bare = Enumerable.Range(0, 12)
            .Select(number => SmallShop.Item($"x{number}", product => product with { Price = number == 3 ? 0 : null })).ToArray();
        var best = SmallShop.Fit([.. SmallShop.Shoppers(8, "a", "x0", "x1"), .. SmallShop.Shoppers(8, "b", "x2", "x3")], items: bare)
            .With("x0");

        Assert.Equal("x1", best[0].Item.Product.Id);
        Assert.Empty(best.SelectMany(pairing => pairing.Parts()).Select(part => part.Term)
            .Intersect(["type", "colour", "pattern", "group", "price band", "price level", "description", "closest name"]));
    }

    [Fact]
    public void Best_NothingChosenOrAllOfItGone_IsEmpty()
    {
        var model = SmallShop.Fit(Choices);

        Assert.Empty(model.With());
        Assert.Empty(model.With("gone"));
    }

    [Fact]
    public void Best_WhatWasChosen_IsLeftOut() =>
        Assert.DoesNotContain(SmallShop.Fit(Choices).With("p00", "p21"), pairing => pairing.Item.Product.Id is "p00" or "p21");
}
