using FashionRecs.Tests;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.LearningSpeed;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.LearningSpeed;

public sealed class LearningSpeedSimulationTests
{
    private static readonly LearningSpeedPlan Plan = new() { Shoppers = 12, Pages = 40, PageLength = 6, Liked = 2, Disliked = 1, Crowd = 60 };

    /// <summary>Every neckline with every sleeve length, so that each value can be told from the others.</summary>
    private static readonly ItemVector[] Items = [..
        from neckline in Vocabulary["neckline_design"].VisibleValues
        from sleeve in Vocabulary["sleeve_length"].VisibleValues
        select Vector(neckline, sleeve)];

    private static readonly IReadOnlyList<PolicyResult> Results = LearningSpeedSimulation.Run(Plan, Vocabulary, Items);

    [Fact]
    public void Run_SameSeed_GivesTheSameResults() =>
        Assert.Equal(Results, LearningSpeedSimulation.Run(Plan, Vocabulary, Items));

    [Fact]
    public void Run_Learner_LosesLessThanPopularityAndTheFlatModel()
    {
        Assert.True(Of("learner, exploring").Regret.Mean < Of("popularity").Regret.Mean);
        Assert.True(Of("learner, exploring").Regret.Mean < Of("Thompson sampling, flat").Regret.Mean);
        Assert.True(Of("learner, exploring").LastShare.Mean > 0.6);
    }

    [Fact]
    public void Run_PoliciesWithoutWords_NeverGiveTheTrueReason()
    {
        Assert.Equal(0, Of("popularity").Learned.Mean);
        Assert.Equal(double.PositiveInfinity, Of("Thompson sampling, flat").MedianClicks);
        Assert.True(Of("learner, exploring").Learned.Mean > 0.5);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(5, 0)]
    public void Run_ImpossiblePlan_IsOneSentence(int shoppers, int length)
    {
        var exception = Assert.Throws<InvalidDataException>(() => LearningSpeedSimulation.Run(Plan with { Shoppers = shoppers, PageLength = length }, Vocabulary, Items));
        Assert.EndsWith(".", exception.Message);
    }

    [Fact]
    public void Run_CatalogSmallerThanAPage_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => LearningSpeedSimulation.Run(Plan, Vocabulary, Items[..3]));

    private static PolicyResult Of(string policy) => Results.Single(result => result.Policy == policy);
}
