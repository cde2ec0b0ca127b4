using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class BoxWithWordsAndContributionsTests
{
    private static readonly BoxWithWordsAndContributions View = new();

    [Theory]
    [InlineData(ExplanationPlace.Card)]
    [InlineData(ExplanationPlace.ProductPage)]
    public void Compose_AnyPlace_NamesMarksAndListsWhatAddsUp(ExplanationPlace place)
    {
        var subject = Subjects.Two(place);
        var composed = View.Compose(subject);

        Assert.Equal((2, 2), (composed.Sentence!.Reasons.Count(), composed.Marked.Count));
        Assert.Equal(subject.Why.Score, composed.Contributions.Sum(part => part.Effect));
    }

    [Fact]
    public void LetsPageSayWhy_Always() => Assert.True(View.LetsPageSayWhy);
}
