using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public class CounterfactualTests
{
    private static readonly AttributeValue DeepV = Vocabulary.TryFind("neckline_design", "Deep V Neckline")!;
    private static readonly AttributeValue SquareNeck = Vocabulary.TryFind("neckline_design", "Square Neckline")!;
    private static readonly AttributeValue StraightNeck = Vocabulary.TryFind("neckline_design", "Straight Neck")!;
    private static readonly AttributeValue Sleeveless = Vocabulary.TryFind("sleeve_length", "Sleeveless")!;
    private static readonly AttributeValue WristLength = Vocabulary.TryFind("sleeve_length", "Wrist Length")!;
    private static readonly double Surely = Math.Log(100);
    private static readonly CatalogItem Like = Said("like", [LongSleeves], [VNeck]);

    [Fact]
    public void Find_WhatPeopleSaid_IsAddedUpAsByHand()
    {
        // Half of it may be the asked value: ln 2. Half of the neck is the same: −ln √(1 · ½) = ½ ln 2. Another neck: ln 100.
        var found = Counterfactual.Find(
            [
                Like, Said("other-neck", [ShortSleeves], [RoundNeck]), Said("half-sure", [ShortSleeves, LongSleeves], [VNeck]),
                Said("half-neck", [ShortSleeves], [VNeck, RoundNeck]), Said("same", [ShortSleeves], [VNeck]),
                Said("unchanged", [LongSleeves], [VNeck]),
            ],
            Like, ShortSleeves, 10);

        Assert.Equal(["same", "half-neck", "half-sure", "other-neck"], found.Select(near => near.Item.Product.Id));
        Assert.Equal([0, Math.Log(2) / 2, Math.Log(2), Surely], found.Select(near => near.Distance), (one, other) =>
            Math.Abs(one - other) < 1e-6);
        Assert.Equal([true, true, false, true], found.Select(near => near.IsSure));
    }

    [Fact]
    public void Find_AnotherTypeOrColour_CountsLessThanAnotherNeck()
    {
        var found = Counterfactual.Find(
            [
                Said("neck", [ShortSleeves], [RoundNeck]), Said("type", [ShortSleeves], [VNeck], type: "Blouse"),
                Said("colour", [ShortSleeves], [VNeck], colour: "Red"),
            ],
            Like, ShortSleeves, 2);

        Assert.Equal(["colour", "type"], found.Select(near => near.Item.Product.Id));
    }

    [Fact]
    public void Find_AnotherTypeAndColour_AddsWhatEachCounts()
    {
        var found = Counterfactual.Find(
            [
                Said("both", [ShortSleeves], [VNeck], type: "Blouse", colour: "Red"), Said("type", [ShortSleeves], [VNeck], type: "Blouse"),
                Said("colour", [ShortSleeves], [VNeck], colour: "Red"),
            ],
            Like, ShortSleeves, 3);

        Assert.Equal(["colour", "type", "both"], found.Select(near => near.Item.Product.Id));
        Assert.Equal([0.6, 2.3, 2.9], found.Select(near => Math.Round(near.Distance, 6)));
    }

    [Fact]
    public void Find_EquallyNear_StandInTheOrderOfTheirIds() => Assert.Equal(
        ["a", "b", "c"],
        Counterfactual.Find([Said("b", [ShortSleeves], [VNeck]), Said("c", [ShortSleeves], [VNeck]), Said("a", [ShortSleeves], [VNeck])],
            Like, ShortSleeves, 10).Select(near => near.Item.Product.Id));

    [Fact]
    public void Find_OnlyTheFamilyOfTheAskedValueIsSure_IsNotSure()
    {
        var found = Counterfactual.Find(
            [Said("family", [LongSleeves], [VNeck, DeepV]), Said("value", [LongSleeves], [VNeck])],
            Said("round", [LongSleeves], [RoundNeck]), VNeck, 10);

        Assert.Equal([("value", true), ("family", false)], found.Select(near => (near.Item.Product.Id, near.IsSure)));
    }

    [Fact]
    public void Nearest_ProductsThatDifferInMoreAndMore_AreAddedUpAsByHand()
    {
        CatalogItem[] items =
        [
            Said("neck", [LongSleeves], [RoundNeck]), Said("both", [LongSleeves], [VNeck], type: "Blouse", colour: "Red"),
            Said("type", [LongSleeves], [VNeck], type: "Blouse"), Like, Said("same", [LongSleeves], [VNeck]),
            Said("colour", [LongSleeves], [VNeck], colour: "Red"), Said("unread", [LongSleeves], []),
        ];

        var near = Counterfactual.Nearest(items, Like, 10);

        // A colour counts a quarter and a type one, as each value that only one of two products has.
        Assert.Equal(
            [("same", 0), ("colour", 0.25), ("type", 1), ("unread", 1), ("both", 1.25), ("neck", 2)],
            near.Select(one => (one.Item.Product.Id, one.Distance)));
        Assert.Equal(near.Take(2), Counterfactual.Nearest(items, Like, 2));
        Assert.All(near, one => Assert.True(one.IsSure));
    }

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(true, false, 0.25)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 1.25)]
    public void OtherFacts_TypeAndColour_CountIfTheyDiffer(bool isOfType, bool isOfColour, double counts) =>
        Assert.Equal(counts, Counterfactual.OtherFacts(isOfType, isOfColour));

    [Fact]
    public void Offers_SeveralValues_AreThoseOfTheNearestProductsByAttribute()
    {
        CatalogItem[] items =
        [
            Like, Said("short", [ShortSleeves], [VNeck]), Said("wrist", [WristLength], [VNeck], type: "Blouse"),
            Said("sleeveless", [Sleeveless], [VNeck], colour: "Red"), Said("far", [ShortSleeves], [RoundNeck]),
        ];

        // Short sleeves differ in nothing else by the first product, whatever the last one says; wrist length would be another type.
        Assert.Equal([RoundNeck, ShortSleeves, Sleeveless], Counterfactual.Offers(items, Like, 2));
        Assert.Equal([RoundNeck, ShortSleeves, Sleeveless, WristLength], Counterfactual.Offers(items, Like, 3));
        Assert.Equal([RoundNeck, ShortSleeves], Counterfactual.Offers(items, Like, 1));
    }

    [Fact]
    public void Offers_DifferenceInTheChangedAttributeItself_CountsNothing()
    {
        // Two may-be values of a family differ less from the own value than one sure value does; what else they keep decides.
        CatalogItem[] items =
        [
            Said("family", [LongSleeves], [SquareNeck, StraightNeck], colour: "Red"), Said("round", [LongSleeves], [RoundNeck]),
        ];

        Assert.Equal([RoundNeck, StraightNeck, SquareNeck], Counterfactual.Offers(items, Like, 3));
    }

    [Fact]
    public void Offers_EquallyNearValues_StandInTheVocabularysOrder()
    {
        CatalogItem[] items = [Said("wrist", [WristLength], [VNeck]), Said("short", [ShortSleeves], [VNeck])];

        Assert.True(ShortSleeves.Index < WristLength.Index);
        Assert.Equal([ShortSleeves], Counterfactual.Offers(items, Like, 1));
        Assert.Equal([ShortSleeves, WristLength], Counterfactual.Offers(items, Like, 5));
    }

    [Fact]
    public void Offers_AttributeThatIsNotShown_IsNotAskedFor()
    {
        CatalogItem[] items = [Said("short", [ShortSleeves], [RoundNeck])];

        Assert.Equal([ShortSleeves], Counterfactual.Offers(items, Said("no-neck", [LongSleeves], [VNeck.Attribute.Invisible]), 5));
        Assert.Equal(
            [RoundNeck, ShortSleeves], Counterfactual.Offers(items, Said("maybe", [LongSleeves], [VNeck, VNeck.Attribute.Invisible]), 5));
    }

    [Fact]
    public void Offers_ProductThatHasAValueByHalf_OffersIt()
    {
        var round = Said("round", [LongSleeves], [RoundNeck]);

        Assert.Equal([DeepV, VNeck], Counterfactual.Offers([Said("family", [LongSleeves], [VNeck, DeepV])], round, 5));
        Assert.Empty(Counterfactual.Offers([Said("unsure", [LongSleeves], [VNeck, SquareNeck])], round, 5));
    }

    [Fact]
    public void Find_AttributeNobodyRead_CountsNothing()
    {
        var found = Counterfactual.Find([Said("no-neck", [ShortSleeves], [])], Like, ShortSleeves, 10);

        Assert.Equal(0, Assert.Single(found).Distance);
    }

    [Fact]
    public void Find_LessLikelyThanTheLeast_IsLeftOut()
    {
        var many = Said("many", [.. ShortSleeves.Attribute.VisibleValues], [VNeck]);

        Assert.Equal(8, ShortSleeves.Attribute.VisibleValues.Count());
        Assert.Equal(0.125f, many[ShortSleeves.Attribute]!.Probabilities[ShortSleeves.Position]);
        Assert.Single(Counterfactual.Find([many], Like, ShortSleeves, 10));
        Assert.Empty(Counterfactual.Find([Said("shy", [LongSleeves], [VNeck])], Like, ShortSleeves, 10));
        Assert.Empty(Counterfactual.Find([Said("unread", [], [VNeck])], Like, ShortSleeves, 10));
    }

    /// <summary>A product of which people said that it may be any of the values.</summary>
    private static CatalogItem Said(string id, AttributeValue[] sleeves, AttributeValue[] necks, string type = "", string colour = "")
    {
        AttributeValue[][] said = [.. new[] { sleeves, necks }.Where(values => values.Length > 0)];
        return new CatalogItem(
            Vocabulary, new Product
            {
                Id = id, Name = id, Picture = id, PictureWidth = 3, PictureHeight = 4, Type = type, Colour = colour,
            },
            null, [.. said.Select(values => new ReviewedTag(values[0].Attribute, Marks(values), null, "Ada", default, null))]);
    }

    private static TagMark[] Marks(AttributeValue[] values) =>
        [.. values[0].Attribute.Values.Select(value => values.Contains(value) ? TagMark.Maybe : TagMark.IsNot)];
}
