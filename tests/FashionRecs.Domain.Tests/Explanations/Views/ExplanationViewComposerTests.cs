using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class ExplanationViewComposerTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;
    private static readonly AttributeValue Neck = Vocabulary.Attributes[0].VisibleValues.First();
    private static readonly AttributeValue Sleeve = Vocabulary.Attributes[1].VisibleValues.First();
    private static readonly CatalogItem Item = MakeItem();
    private static readonly Explanation Why = Explain(Share(Neck, 2), Share(Sleeve, 1.5f));

    [Theory]
    [InlineData(ExplanationView.None, false, false, false, 0)]
    [InlineData(ExplanationView.Words, true, false, false, 0)]
    [InlineData(ExplanationView.Box, false, true, false, 0)]
    [InlineData(ExplanationView.Map, false, false, true, 0)]
    [InlineData(ExplanationView.BoxWithWords, true, true, false, 0)]
    [InlineData(ExplanationView.BoxWithWordsAndShares, true, true, false, 2)]
    public void Compose_View_ShowsItsPartsOnly(ExplanationView view, bool words, bool box, bool map, int shares)
    {
        var shown = ExplanationViewComposer.Compose(view, Item, Why, null, "seed");

        Assert.Equal((view, words, box, map, shares), (shown.View, shown.Sentence is not null, shown.Box is not null, shown.ShowsMap, shown.Shares.Count));
    }

    [Fact]
    public void Compose_Contrast_NamesWhatTheHiddenProductLacks()
    {
        var shown = ExplanationViewComposer.Compose(ExplanationView.Contrast, Item, Why, Explain(Share(Neck, 1.9f)), "seed");

        Assert.Equal($"rather than the one you hid, because of its {Sleeve.Phrase}", shown.Sentence);
        Assert.Equal((Sleeve, Why.Shares[1].Box), (shown.Value, shown.Box));
    }

    [Fact]
    public void Compose_ContrastWithNothingHidden_SaysWhatWasShown() =>
        Assert.Equal(ExplanationView.BoxWithWords, ExplanationViewComposer.Compose(ExplanationView.Contrast, Item, Why, null, "seed").View);

    [Fact]
    public void Compose_Placebo_DrawsOnlyTrueValuesThatAreNoReasonAndStays()
    {
        var item = MakeItem(certain: 4);
        var drawn = Enumerable.Range(0, 200)
            .Select(unit => ExplanationViewComposer.Compose(ExplanationView.Placebo, item, Why, null, $"phase:u{unit}"))
            .ToArray();

        AttributeValue[] others = [.. Vocabulary.Attributes.Skip(2).Take(2).Select(attribute => attribute.VisibleValues.First())];
        Assert.Equal(others, drawn.Select(shown => shown.Value!).Distinct().OrderBy(value => value.Index));
        Assert.InRange(drawn.Count(shown => shown.Value == others[0]), 60, 140);
        Assert.Equal(drawn[7], ExplanationViewComposer.Compose(ExplanationView.Placebo, item, Why, null, "phase:u7"));
    }

    [Fact]
    public void Compose_PlaceboWhereAllTrueValuesAreReasons_DrawsAnyButTheFirst() => Assert.All(
        Enumerable.Range(0, 20),
        unit => Assert.Equal(Sleeve, ExplanationViewComposer.Compose(ExplanationView.Placebo, Item, Why, null, $"phase:u{unit}").Value));

    [Fact]
    public void Compose_PlaceboOfNothingButTheReason_ShowsItAndSaysSo()
    {
        var shown = ExplanationViewComposer.Compose(ExplanationView.Placebo, MakeItem(certain: 1), Explain(Share(Neck, 2)), null, "seed");

        Assert.Equal((ExplanationView.BoxWithWords, Neck), (shown.View, shown.Value));
    }

    [Theory]
    [InlineData(ExplanationView.Placebo)]
    [InlineData(ExplanationView.BoxWithWords)]
    public void Compose_NoReason_ShowsNothingInAnyArm(ExplanationView view) =>
        Assert.Null(ExplanationViewComposer.Compose(view, Item, new Explanation(0, [], []), null, "seed").Value);

    private static Share Share(AttributeValue value, float weight) =>
        new(value, weight, 1, 0.9f, new PixelBox(10 * value.Index, 5, 40, 30), 0.8f, TagSource.Predicted);

    private static Explanation Explain(params Share[] shares) => new(shares.Sum(share => share.Contribution), shares, shares);

    private static CatalogItem MakeItem(int certain = 2)
    {
        // Some attributes are seen with certainty, the next is not, the others were not looked at.
        var attributes = Vocabulary.Attributes.Take(certain + 1).Select((attribute, index) =>
        {
            var probabilities = new float[attribute.Values.Count];
            probabilities[index < certain ? attribute.VisibleValues.First().Position : attribute.Invisible.Position] = 0.9f;
            return new ProjectedAttribute(attribute, probabilities, index < certain ? new PixelBox(1, 2, 30, 40) : null, index < certain ? 0.7f : 0);
        }).ToArray();
        return new CatalogItem(Vocabulary, new Product { Id = "p1", Name = "Blouse", Picture = "p1.jpg", PictureWidth = 300, PictureHeight = 400 }, new PredictedTags("test", attributes), []);
    }
}
