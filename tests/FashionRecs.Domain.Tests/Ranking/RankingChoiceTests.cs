using FashionRecs.Domain.Ranking;

namespace FashionRecs.Domain.Tests.Ranking;

public class RankingChoiceTests
{
    [Theory]
    [InlineData(RankingChoice.AsTheShop, 0.3, 5)]
    [InlineData(RankingChoice.WithoutVariety, 0, 5)]
    [InlineData(RankingChoice.WithoutExploration, 0.3, 0)]
    [InlineData(RankingChoice.ByScoreAlone, 0, 0)]
    public void Change_ShopsOptions_ChangesWhatItNamesOnly(RankingChoice choice, double diversity, int exploreEvery)
    {
        var options = choice.Change(new RankingOptions { Diversity = 0.3, Pool = 6, ProtectedTop = 2, ExploreEvery = 5 });

        Assert.Equal((diversity, exploreEvery, 6, 2), (options.Diversity, options.ExploreEvery, options.Pool, options.ProtectedTop));
    }

    [Theory]
    [InlineData(RankingChoice.AsTheShop, "as the shop ranks")]
    [InlineData(RankingChoice.WithoutVariety, "without variety")]
    [InlineData(RankingChoice.WithoutExploration, "without exploration")]
    [InlineData(RankingChoice.ByScoreAlone, "by score alone")]
    public void InWords_Choice_IsAsPeopleSayIt(RankingChoice choice, string words) => Assert.Equal(words, choice.InWords());
}
