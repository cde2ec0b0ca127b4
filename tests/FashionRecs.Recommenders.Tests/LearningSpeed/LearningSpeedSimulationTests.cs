using FashionRecs.Recommenders.LearningSpeed;
using static FashionRecs.Tests.Readings;

namespace FashionRecs.Recommenders.Tests.LearningSpeed;

public sealed class LearningSpeedSimulationTests(SimulatedCrowd crowd) : IClassFixture<SimulatedCrowd>
{
    [Fact]
    public void Run_SameSeed_GivesTheSameResults()
    {
        // Every policy, but fewer shoppers: sameness needs no statistics.
        var plan = SimulatedCrowd.Plan with { Shoppers = 3, Pages = 8 };

        var results = LearningSpeedSimulation.Run(plan, Vocabulary, SimulatedCrowd.Items);

        Assert.Equal(results, LearningSpeedSimulation.Run(plan, Vocabulary, SimulatedCrowd.Items));
        Assert.NotEqual(results, LearningSpeedSimulation.Run(plan with { Seed = 2 }, Vocabulary, SimulatedCrowd.Items));
    }

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
        var exception =
            Assert.Throws<InvalidDataException>(() =>
            LearningSpeedSimulation.Run(SimulatedCrowd.Plan with { Shoppers = shoppers, PageLength = length }, Vocabulary,
            SimulatedCrowd.Items));
        Assert.EndsWith(".", exception.Message);
    }

    [Fact]
    public void Run_CatalogSmallerThanAPage_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => LearningSpeedSimulation.Run(SimulatedCrowd.Plan, Vocabulary, SimulatedCrowd.Items[..3]));

    private PolicyResult Of(string policy) => crowd.Results.Single(result => result.Policy == policy);
}
