using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class WordsOnlyTests
{
    private static readonly WordsOnly View = new();

    [Fact]
    public void Compose_Reasons_NamesThemAndMarksNothing()
    {
        var composed = View.Compose(Subjects.Two());

        Assert.Equal("because of its V-neckline and long sleeves", composed.Sentence!.ToString());
        Assert.Equal([true, false], composed.Reasons.Select(reason => reason.IsReviewed));
        Assert.Equal((0, null, 0), (composed.Marked.Count, composed.Map, composed.Contributions.Count));
    }

    [Fact]
    public void Compose_ProductPage_IsAWholeSentence() =>
        Assert.Equal(
            "Recommended because of its V-neckline and long sleeves.",
            View.Compose(Subjects.Two(ExplanationPlace.ProductPage)).Sentence!.ToString());

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View.LetsPageSayWhy);
}
