using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop.Photographs;

public class PhotographSearchTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly AttributeValue DeepV = Vocabulary.TryFind("neckline_design", "Deep V Neckline")!;
    private static readonly AttributeValue ShortSkirt = Vocabulary.TryFind("skirt_length", "Short Length")!;

    private readonly CatalogItem photograph = Item("photograph", Readings.VNeck, Readings.LongSleeves);

    private readonly CatalogSnapshot catalog = CatalogSnapshot.Of(Vocabulary,
    [
        Item("twin", Readings.VNeck, Readings.LongSleeves),
        Item("dress", Readings.VNeck, Readings.LongSleeves, ShortSkirt),
        Item("deep", DeepV, Readings.LongSleeves),
        Item("round", Readings.RoundNeck, Readings.LongSleeves),
        Item("short", Readings.VNeck, Readings.ShortSleeves),
        Item("skirt", ShortSkirt),
    ]);

    [Fact]
    public void Find_AsShown_PutsTheTwinFirstAndANearValueBeforeAFarOne()
    {
        var found = PhotographSearch.Find(catalog, photograph, PhotographChoices.AsShown, 10)
            .Select(match => match.Item.Product.Id).ToList();

        Assert.Equal("twin", found[0]);
        Assert.True(found.IndexOf("deep") < found.IndexOf("round"));
        Assert.True(found.IndexOf("twin") < found.IndexOf("dress"));
        Assert.DoesNotContain("skirt", found);
    }

    [Fact]
    public void Find_AsShown_SaysWhatIsSharedAndWhatIsOtherwise()
    {
        var found = PhotographSearch.Find(catalog, photograph, PhotographChoices.AsShown, 10)
            .ToDictionary(match => match.Item.Product.Id);

        Assert.Equal([Readings.VNeck.Phrase, Readings.LongSleeves.Phrase], found["twin"].Shared.Select(said => said.Phrase));
        Assert.Empty(found["twin"].Other);
        Assert.Equal([Readings.RoundNeck.Phrase], found["round"].Other.Select(said => said.Phrase));
    }

    [Fact]
    public void Find_ButWithShortSleeves_BringsOnlyThose()
    {
        var choices = PhotographChoices.Read(Vocabulary, [], [Readings.ShortSleeves.FullCode()]);

        var match = Assert.Single(PhotographSearch.Find(catalog, photograph, choices, 10));

        Assert.Equal("short", match.Item.Product.Id);
        Assert.Contains(match.Shared, said => said.Holds(Readings.ShortSleeves));
    }

    [Fact]
    public void Find_SleevesDoNotMatter_IgnoresThem()
    {
        var choices = PhotographChoices.Read(Vocabulary, ["sleeve_length"], []);

        var found = PhotographSearch.Find(catalog, photograph, choices, 2).Select(match => match.Item.Product.Id);

        Assert.Equal(["short", "twin"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Find_NothingSureOrAllSwitchedOff_FindsNothing()
    {
        Assert.Empty(PhotographSearch.Find(catalog, Item("nothing"), PhotographChoices.AsShown, 10));
        Assert.Empty(PhotographSearch.Find(catalog, photograph,
            PhotographChoices.Read(Vocabulary, ["sleeve_length", "neckline_design"], []), 10));
    }

    [Fact]
    public void Read_WhatTheVocabularyDoesNotKnow_IsLeftOut()
    {
        var choices = PhotographChoices.Read(Vocabulary, [null, "x", "sleeve_length"],
            [null, "x", "sleeve_length:nothing", Vocabulary["sleeve_length"].Invisible.FullCode()]);

        Assert.Equal(["sleeve_length"], choices.Off.Select(attribute => attribute.Code));
        Assert.Empty(choices.Wanted);
    }

    private static CatalogItem Item(string id, params AttributeValue[] values)
    {
        var said = Vocabulary.Attributes.Select(attribute =>
        {
            var shown = values.FirstOrDefault(value => value.Attribute == attribute) ?? attribute.Invisible;
            return new ProjectedAttribute(attribute, [.. attribute.Values.Select(value => value == shown ? 1f : 0)]);
        });
        return new CatalogItem(Vocabulary,
            new Product { Id = id, Name = id, Type = "Top", Picture = "0", PictureWidth = 3, PictureHeight = 4 },
            new PredictedTags("f", [.. said]), []);
    }
}
