using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Tests.Texts;

public class TextBeliefTests
{
    private static readonly GarmentAttribute Neckline = AttributeVocabularyFile.Default["neckline_design"];
    private static readonly TextBelief Belief = new(new Dictionary<string, double> { ["neckline_design"] = .9 });
    private static readonly TextReading VShaped =
        new(Neckline, Neckline.Families.Single(family => family.Code == "V-Shaped").Values, "V-neck", "en");
    private static readonly TextReading DeepV = VShaped with { Values = [Value("Deep V Neckline")], Words = "deep V-neck" };

    [Theory]
    [InlineData(.25, .25, .5, 0)]
    [InlineData(0, .5, .25, .25)]
    [InlineData(.1, 0, .8, .1)]
    public void Combine_AnyPicture_SumsToOneAndFavoursTheText(double v, double deep, double round, double invisible)
    {
        var posterior = Belief.Combine(Picture(v, deep, round, invisible), VShaped);

        Assert.Equal(1, posterior.Sum(), 1e-5);
        Assert.True(At(posterior, "V Neckline") + At(posterior, "Deep V Neckline") > v + deep);
    }

    [Fact]
    public void Combine_NothingHidden_FollowsBayes()
    {
        // n = 9 visible values, b = 2/9, λ = 9 · 3.5 = 31.5; .5 · 31.5 / (.5 · 31.5 + .5).
        var posterior = Belief.Combine(Picture(.3, .2, .5, 0), VShaped);

        Assert.Equal(31.5 / 32.5, At(posterior, "V Neckline") + At(posterior, "Deep V Neckline"), 1e-5);
        Assert.Equal(1.5, At(posterior, "V Neckline") / At(posterior, "Deep V Neckline"), 1e-4);
    }

    [Fact]
    public void Combine_PictureKnowsNothing_BelievesTheTextAsFarAsItIsReliable()
    {
        var posterior = Belief.Combine([.. Neckline.Values.Select(value => value.IsInvisible ? 0 : 1 / 9f)], VShaped);

        Assert.Equal(.9, At(posterior, "V Neckline") + At(posterior, "Deep V Neckline"), 1e-5);
    }

    [Fact]
    public void Combine_PictureDoesNotShowIt_LetsTheTextSayItWithoutARegion()
    {
        var picture = Picture(0, 0, 0, 1);
        var posterior = Belief.Combine(picture, DeepV);

        Assert.Equal(.9, At(posterior, "Deep V Neckline"), 1e-5);
        Assert.Equal(.1, At(posterior, "Invisible"), 1e-5);
        Assert.True(Belief.RestsOnText(picture, DeepV, Value("Deep V Neckline")));
    }

    [Fact]
    public void Combine_PictureShowsIt_RestsOnThePicture() =>
        Assert.False(Belief.RestsOnText(Picture(.2, .7, .1, 0), DeepV, Value("Deep V Neckline")));

    [Fact]
    public void Combine_NothingAtAllIsPossible_StillSumsToOne() =>
        Assert.Equal(1, Belief.Combine(Picture(0, 1, 0, 0), VShaped).Sum(), 1e-5);

    [Theory]
    [InlineData(.1, .05, .85, 0, true)]
    [InlineData(.3, .1, .6, 0, false)]
    [InlineData(.9, 0, .1, 0, false)]
    [InlineData(0, 0, .2, .8, false)]
    public void Contradicts_PictureSureOfAnotherFamily_OnlyThen(double v, double deep, double round, double invisible, bool expected) =>
        Assert.Equal(expected, Belief.Contradicts(Picture(v, deep, round, invisible), DeepV));

    [Fact]
    public void Contradicts_LowerThreshold_IsStricter() =>
        Assert.True(new TextBelief(new Dictionary<string, double>(), new TextBeliefOptions { ContradictionThreshold = .55 })
            .Contradicts(Picture(.3, .1, .6, 0), DeepV));

    [Fact]
    public void Combine_NoDistribution_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Belief.Combine(new float[3], VShaped));
        Assert.Throws<ArgumentException>(() => Belief.Combine(Picture(.9, .9, 0, 0), VShaped));
        Assert.Throws<ArgumentException>(() => Belief.Contradicts(Picture(double.NaN, 0, 1, 0), VShaped));
    }

    private static AttributeValue Value(string code) => AttributeVocabularyFile.Default.TryFind("neckline_design", code)!;

    private static double At(float[] distribution, string code) => distribution[Value(code).Position];

    private static float[] Picture(double v, double deep, double round, double invisible)
    {
        var picture = new float[Neckline.Values.Count];
        (picture[Value("V Neckline").Position], picture[Value("Deep V Neckline").Position]) = ((float)v, (float)deep);
        (picture[Value("Round Neckline").Position], picture[Neckline.Invisible.Position]) = ((float)round, (float)invisible);
        return picture;
    }
}
