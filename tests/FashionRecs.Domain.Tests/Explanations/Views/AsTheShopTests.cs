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
        Assert.Equal([Subjects.Neck.Region!.Box, Subjects.Sleeves.Region!.Box], composed.Marked.SelectMany(reason => reason.Regions));
        Assert.Empty(composed.Contributions);
        Assert.True(composed.DrawsOutlines);
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
        Assert.True(View.Compose(Subjects.NoReason(ExplanationPlace.ProductPage)) is { DrawsOutlines: true, ListsReadings: true });
        Assert.Equal(
            "A good overall match – no single part of it is the reason.",
            View.Compose(Subjects.NoReason(ExplanationPlace.ProductPage)).Sentence!.ToString());
        Assert.Equal(
            "We don't know yet whether it is to your taste.",
            View.Compose(new(Subjects.Item(), Subjects.Why([]), ExplanationPlace.ProductPage)).Sentence!.ToString());
    }

    [Fact]
    public void Compose_CardWithoutReason_LeavesRoomForANote() => Assert.True(View.Compose(Subjects.NoReason()).AllowsNote);

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View is { SaysWhy: true, LetsPageSayWhy: true });
}
