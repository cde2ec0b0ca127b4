using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class BoxWithWordsTests
{
    private static readonly BoxWithWords View = new();

    [Fact]
    public void Compose_Reasons_NamesAndMarksAsManyAsTheShop()
    {
        var (composed, shops) = (View.Compose(Subjects.Two()), new AsTheShop().Compose(Subjects.Two()));

        Assert.Equal(shops.Sentence!.ToString(), composed.Sentence!.ToString());
        Assert.Equal(shops.Marked.SelectMany(reason => reason.Regions), composed.Marked.SelectMany(reason => reason.Regions));
        Assert.Equal(shops.Reasons.Select(reason => reason.IsReviewed), composed.Reasons.Select(reason => reason.IsReviewed));
    }

    [Fact]
    public void Compose_ProductPage_ListsNoContributions() =>
        Assert.Empty(View.Compose(Subjects.Two(ExplanationPlace.ProductPage)).Contributions);

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View.LetsPageSayWhy);
}
