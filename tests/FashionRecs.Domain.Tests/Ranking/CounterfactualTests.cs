using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public class CounterfactualTests
{
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
