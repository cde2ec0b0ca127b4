using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class ContrastTests
{
    private static readonly Contrast View = new();

    [Fact]
    public void Compose_HiddenProductHadTheFirstReason_NamesAndMarksWhatItLacks()
    {
        var composed = View.Compose(Subjects.Two() with { Hidden = Subjects.Why([], Subjects.Of("neckline_design", "V Neckline", 1.9f)) });

        Assert.Equal("rather than the one you hid, because of its long sleeves", composed.Sentence!.ToString());
        Assert.Equal([Subjects.Sleeves.Region!.Box], composed.Marked.SelectMany(reason => reason.Regions));
    }

    [Fact]
    public void Compose_ProductPage_IsAWholeSentence() => Assert.Equal(
        "Recommended rather than the one you hid, because of its V-neckline.",
        View.Compose(Subjects.Two(ExplanationPlace.ProductPage) with { Hidden = Subjects.Why([]) }).Sentence!.ToString());

    [Fact]
    public void Compose_NothingHiddenOrHiddenHadMore_SaysThatBoxWithWordsWasShown()
    {
        var more = Subjects.Why([], Subjects.Of("neckline_design", "V Neckline", 3), Subjects.Of("sleeve_length", "Long Sleeves", 3));

        Assert.Equal(new BoxWithWords(), View.Compose(Subjects.Two()).View);
        Assert.Equal(new BoxWithWords(), View.Compose(Subjects.Two() with { Hidden = more }).View);
    }

    [Fact]
    public void Compose_HiddenProductHadAsMuchOfTheOnlyReason_SaysThatBoxWithWordsWasShown() => Assert.Equal(
        new BoxWithWords(),
        View.Compose(new(Subjects.Item(Subjects.Neck), Subjects.Why([Subjects.Neck], Subjects.Neck))
        {
            Hidden = Subjects.Why([], Subjects.Neck),
        }).View);

    [Fact]
    public void Compose_HiddenProductHadAValueOfTheFamily_CountsItAgainstTheFamily()
    {
        var family = Subjects.Neck with { Family = Subjects.Neck.Value.Family };
        var subject =
            new ExplanationSubject(Subjects.Item(Subjects.Neck, Subjects.Sleeves),
            Subjects.Why([family, Subjects.Sleeves], family, Subjects.Sleeves));

        var composed = View.Compose(subject with { Hidden = Subjects.Why([], Subjects.Of("neckline_design", "Deep V Neckline", 1.9f)) });

        Assert.Equal("rather than the one you hid, because of its long sleeves", composed.Sentence!.ToString());
    }

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View.LetsPageSayWhy);
}
