using FashionRecs.Domain.Explanations.Views;

namespace FashionRecs.Domain.Tests.Explanations.Views;

public class NoExplanationTests
{
    private static readonly NoExplanation View = new();

    [Fact]
    public void Compose_Reasons_ShowsNothing() =>
        Assert.Equal(new ComposedExplanation(View), View.Compose(Subjects.Two(ExplanationPlace.ProductPage)));

    [Fact]
    public void LetsPageSayWhy_Never() => Assert.False(View.LetsPageSayWhy);
}
