using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;
using FashionRecs.Tests;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Domain.Tests.Ranking;

public class LengthCounterfactualTests
{
    private static readonly AttributeValue[] Sleeves = [.. LongSleeves.Attribute.VisibleValues];
    private static readonly LengthChange Longer = new(LongSleeves.Attribute, true);
    private static readonly LengthChange Shorter = new(LongSleeves.Attribute, false);
    private static readonly CatalogItem Short = Said("short", [2]);

    [Fact]
    public void Place_HalfThisHalfThat_LiesBetween()
    {
        Assert.Equal(2, LengthBelief.Place(Short.Readings[0]));
        Assert.Equal(3.5, LengthBelief.Place(Said("between", [2, 5]).Readings[0]));
    }

    [Fact]
    public void Longer_TwoOfWhichOneMayBeAsLong_IsAsByHand()
    {
        // 2 or 3 beside 3 or 4, half each: 3 is longer than 2 (¼), 4 than both (½).
        var (one, other) = (Said("one", [2, 3]).Readings[0], Said("other", [3, 4]).Readings[0]);

        Assert.Equal(0.75, LengthBelief.Longer(one, other), 1e-6);
        Assert.Equal(0, LengthBelief.Shorter(one, other), 1e-6);
        Assert.Equal(0, LengthBelief.Longer(other, one), 1e-6);
        Assert.Equal(0.75, LengthBelief.Shorter(other, one), 1e-6);
    }

    [Fact]
    public void Place_HalfOfItNotShown_IsThePlaceOfWhatIs()
    {
        Assert.Equal(2, LengthBelief.Place(Said("maybe", [2], maybeNone: true).Readings[0]));
        Assert.Null(LengthBelief.Place(Short.Readings[0].Unseen()));
    }

    [Fact]
    public void Longer_HalfOfItNotShown_CountsAsIfItWere()
    {
        var (maybe, other) = (Said("maybe", [2], maybeNone: true).Readings[0], Said("other", [5]).Readings[0]);

        Assert.Equal(1, LengthBelief.Longer(maybe, other), 1e-6);
        Assert.Equal(0, LengthBelief.Longer(maybe.Unseen(), other));
    }

    [Fact]
    public void Find_LikelyLongerOfAnotherColour_AddsUpAsByHand()
    {
        var items = new[] { Said("red", [0, 1, 2, 3, 4, 5, 6, 7], colour: "Red"), Said("b", [1]), Said("a", [1]) };

        var found = LengthCounterfactual.Find(items, Said("shortest", [0]), Longer, 10);

        // Seven of eight are longer, the expected place is 3.5 beyond, and another colour counts .6.
        Assert.Equal(["a", "b", "red"], found.Select(near => near.Item.Product.Id));
        Assert.Equal(Math.Log(8 / 7.0) + (0.5 * 3.5) + 0.6, found[2].Distance, 1e-6);
    }

    [Fact]
    public void Find_Longer_IsTheLeastLongerFirstAndNothingUnsure()
    {
        CatalogItem[] items =
            [Short, Said("longest", [7]), Said("little", [3]), Said("may-be", [2, 3]), Said("shorter", [1]), Said("same", [2])];

        var found = LengthCounterfactual.Find(items, Short, Longer, 10);

        // One place is half a point, five places are two and a half.
        Assert.Equal(["little", "longest"], found.Select(near => near.Item.Product.Id));
        Assert.Equal([0.5, 2.5], found.Select(near => near.Distance));
        Assert.Equal("shorter", Assert.Single(LengthCounterfactual.Find(items, Short, Shorter, 10)).Item.Product.Id);
    }

    [Fact]
    public void Find_LengthNotShown_IsNothing()
    {
        Assert.Empty(LengthCounterfactual.Find([Said("long", [5])], Item((VNeck, 1f, 1f)), Longer, 10));
        Assert.Empty(LengthCounterfactual.Find([Said("unread", [])], Short, Longer, 10));
        Assert.False(LengthCounterfactual.IsAnswered([Said("unread", []), Short], Short, Longer));
        Assert.True(LengthCounterfactual.IsAnswered([Said("unread", []), Said("long", [5])], Short, Longer));
    }

    [Theory]
    [InlineData("sleeve_length:longer", true)]
    [InlineData("sleeve_length:shorter", false)]
    [InlineData("sleeve_length:wider", null)]
    [InlineData("neckline_design:longer", null)]
    [InlineData("none:longer", null)]
    [InlineData("longer", null)]
    [InlineData(null, null)]
    public void TryParse_Code_IsTheChangeOrNone(string? code, bool? longer)
    {
        var change = LengthChange.TryParse(Vocabulary, code);

        Assert.Equal(longer, change?.Longer);
        Assert.True(change is null || change.FullCode == code);
    }

    /// <summary>
    /// A product of which people said that its sleeve may be any of some places, 0 the shortest, or perhaps not shown at all.
    /// </summary>
    private static CatalogItem Said(string id, int[] places, bool maybeNone = false, string colour = "") => new(
        Vocabulary, new Product { Id = id, Name = id, Picture = id, PictureWidth = 3, PictureHeight = 4, Colour = colour }, null,
        places.Length == 0 ? [] : [new ReviewedTag(LongSleeves.Attribute,
            [.. LongSleeves.Attribute.Values.Select(value =>
                places.Any(place => Sleeves[place] == value) || (maybeNone && value.IsInvisible) ? TagMark.Maybe : TagMark.IsNot)],
            null, "Ada", default, null)]);
}
