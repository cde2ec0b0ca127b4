using FashionRecs.Domain.Explanations;
using FashionRecs.Web.Shop.Pairings;

namespace FashionRecs.Web.Tests.Shop.Pairings;

public class CompanionRowTests
{
    [Theory]
    [InlineData("others", 12, true)]
    [InlineData("others", -12, false)]
    [InlineData("alike", 80, false)]
    public void IsChosenTogether_OneEvidenceBesideLikeness_IsWhatShoppersChoseForIt(string kind, int hundredths, bool expected) =>
        Assert.Equal(expected, CompanionRow.IsChosenTogether([Sum("alike", 30), Sum(kind, hundredths)]));

    [Fact]
    public void IsChosenTogether_OfAnEmptyRow_IsFalse() => Assert.False(CompanionRow.IsChosenTogether([]));

    private static Explanation Sum(string kind, int hundredths) => new(hundredths / 100f, [], [])
    {
        Evidence = [new EvidenceContribution(kind, kind, [new("term", "Term", hundredths)])],
    };
}
