using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class AsTheShopTests
{
    private static readonly AsTheShop View = new();

    [Fact]
    public void Compose_Card_NamesAndMarksEveryReasonAndTicksTheReviewedOne()
    {
        var composed = View.Compose(Subjects.Two());

        Assert.Equal("because of its V-neckline and long sleeves", composed.Sentence!.ToString());
        Assert.Equal([true, false], composed.Sentence.Reasons.Select(reason => reason.IsReviewed));
        Assert.Equal([Subjects.Neck.Box!.Value, Subjects.Sleeves.Box!.Value], composed.Marked.SelectMany(reason => reason.Regions));
        Assert.Empty(composed.Contributions);
    }

    [Fact]
    public void Compose_ProductPage_AddsContributionsAndWhatIsSeen()
    {
        var composed = View.Compose(Subjects.Two(ExplanationPlace.ProductPage));

        Assert.Equal("Recommended because of its V-neckline and long sleeves.", composed.Sentence!.ToString());
        Assert.Equal(("Why this", 3, true), (composed.Heading, composed.Contributions.Count, composed.ListsReadings));
    }

    [Fact]
    public void Compose_ProductPageWithoutReason_SaysWhetherAnythingIsKnown()
    {
        Assert.Equal(
            "No single part of it stands out enough to be named as the reason.",
            View.Compose(Subjects.NoReason(ExplanationPlace.ProductPage)).Sentence!.ToString());
        Assert.Equal(
            "Nothing you did says anything about this one yet.",
            View.Compose(new(Subjects.Item(), Subjects.Why([]), ExplanationPlace.ProductPage)).Sentence!.ToString());
    }

    [Fact]
    public void Compose_CardWithoutReason_LeavesRoomForANote() => Assert.True(View.Compose(Subjects.NoReason()).AllowsNote);

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View is { SaysWhy: true, LetsPageSayWhy: true });
}
