using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class PlaceboTests
{
    private static readonly Placebo View = new();

    private static readonly Share Coat = Subjects.Of("coat_length", "Regular Length", 0);
    private static readonly Share Pants = Subjects.Of("pant_length", "Full Length", 0);
    private static readonly Share Skirt = Subjects.Of("skirt_length", "Knee Length", 0);

    [Fact]
    public void Compose_OneReason_DrawsATrueValueThatIsNone()
    {
        var subject = new ExplanationSubject(Subjects.Item(Subjects.Neck, Coat, Pants), Subjects.Why([Subjects.Neck], Subjects.Neck));
        var drawn = Enumerable.Range(0, 200).Select(unit => View.Compose(subject with { Seed = $"phase:u{unit}" })).ToArray();

        Assert.Equal(
            [Coat.Value, Pants.Value],
            drawn.Select(composed => Assert.Single(Assert.Single(composed.Reasons).Values)).Distinct().OrderBy(value => value.Index));
        Assert.InRange(drawn.Count(composed => composed.Reasons[0].Values[0] == Coat.Value), 60, 140);
        Assert.All(drawn, composed => Assert.True(composed.IsPlacebo && composed.Marked.Count == 1));
        Assert.Equal(drawn[7].Reasons[0].Code, View.Compose(subject with { Seed = "phase:u7" }).Reasons[0].Code);
    }

    [Fact]
    public void Compose_TwoReasons_DrawsTwoDifferentValues()
    {
        var subject = Subjects.Two() with { Item = Subjects.Item(Subjects.Neck, Subjects.Sleeves, Coat, Pants, Skirt) };
        var drawn = Enumerable.Range(0, 100)
            .Select(unit => View.Compose(subject with { Seed = $"phase:u{unit}" }).Reasons.Select(reason => reason.Values[0]).ToHashSet())
            .ToArray();

        Assert.All(drawn, values => Assert.Equal(2, values.Count));
        Assert.All(drawn, values => Assert.ProperSubset(new HashSet<AttributeValue> { Coat.Value, Pants.Value, Skirt.Value }, values));
        Assert.Equal(3, drawn.Select(values => string.Join(" ", values.OrderBy(value => value.Index))).Distinct().Count());
    }

    [Fact]
    public void Compose_AllTrueValuesAreReasons_DrawsAnyButTheFirst() => Assert.All(
        Enumerable.Range(0, 20),
        unit => Assert.Equal(
            [Subjects.Sleeves.Value],
            View.Compose(Subjects.Two() with { Seed = $"phase:u{unit}" }).Reasons.Select(reason => reason.Values[0])));

    [Fact]
    public void Compose_NothingButTheReasonIsTrue_SaysThatBoxWithWordsWasShown()
    {
        var composed = View.Compose(new(Subjects.Item(Subjects.Neck), Subjects.Why([Subjects.Neck], Subjects.Neck)));

        Assert.Equal((new BoxWithWords(), false), (composed.View, composed.IsPlacebo));
        Assert.Equal("because of its V-neckline", composed.Sentence!.ToString());
    }

    [Fact]
    public void Compose_ReasonIsAFamily_DrawsNoValueOfIt()
    {
        var family = Subjects.Neck with { Family = Subjects.Neck.Value.Family };
        var subject = new ExplanationSubject(Subjects.Item(Subjects.Neck, Coat), Subjects.Why([family], family));

        Assert.All(Enumerable.Range(0, 50), unit => Assert.Equal(
            [Coat.Value], View.Compose(subject with { Seed = $"phase:u{unit}" }).Reasons.SelectMany(reason => reason.Values)));
    }

    [Fact]
    public void Compose_WordsAlone_SayWhatThePlaceboSaysAndMarkNothing()
    {
        var subject = new ExplanationSubject(Subjects.Item(Subjects.Neck, Coat, Pants), Subjects.Why([Subjects.Neck], Subjects.Neck));
        var (box, words) = (View.Compose(subject), new PlaceboWords().Compose(subject));

        Assert.Equal((box.Sentence!.ToString(), box.Reasons[0].Code), (words.Sentence!.ToString(), words.Reasons[0].Code));
        Assert.True(words.IsPlacebo);
        Assert.Equal((new PlaceboWords(), 0), (words.View, words.Marked.Count));
        var alone = new ExplanationSubject(Subjects.Item(Subjects.Neck), Subjects.Why([Subjects.Neck], Subjects.Neck));
        Assert.Equal(new WordsOnly(), new PlaceboWords().Compose(alone).View);
    }

    [Fact]
    public void Compose_ValueThatCannotBeShown_IsNeverDrawn()
    {
        var item = Subjects.Item(Subjects.Neck, Coat, Pants with { Region = null });
        var subject = new ExplanationSubject(item, Subjects.Why([Subjects.Neck], Subjects.Neck));

        Assert.All(Enumerable.Range(0, 30), unit => Assert.Equal(
            [Coat.Value], View.Compose(subject with { Seed = $"phase:u{unit}" }).Reasons.SelectMany(reason => reason.Values)));
    }

    [Fact]
    public void Compose_ValueThatIsOneOfSeveral_IsDrawnFromAnEvenChanceOn()
    {
        var none = Coat.Value.Attribute.Invisible;
        var knee = Skirt.Value.Attribute.VisibleValues.Take(3).ToArray();

        Assert.Equal(Coat.Value, Assert.Single(Drawn(Coat.Value, none)));
        Assert.Empty(Drawn(knee));

        // What the placebo says of a product of which a person said that it may be any of some values.
        AttributeValue[] Drawn(params AttributeValue[] maybe)
        {
            var region = new PartRegion(new PixelBox(1, 2, 3, 4), 1);
            var said = new ReviewedTag(
                maybe[0].Attribute, [.. maybe[0].Attribute.Values.Select(value => maybe.Contains(value) ? TagMark.Maybe : TagMark.IsNot)],
                region, "Ada", default, null);
            var item = new CatalogItem(AttributeVocabularyFile.Default, Subjects.Item().Product, null, [said]);
            var composed = View.Compose(new(item, Subjects.Why([Subjects.Neck], Subjects.Neck)));
            return composed.IsPlacebo ? [.. composed.Reasons.SelectMany(reason => reason.Values)] : [];
        }
    }

    [Fact]
    public void LetsPageSayWhy_NeverThoughItHasWords() =>
        Assert.All(new ExplanationView[] { View, new PlaceboWords() },
            view => Assert.True(view is { HasWords: true, SaysWhy: false, LetsPageSayWhy: false }));
}
