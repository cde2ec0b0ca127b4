using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Simulation;

public class ExperimentSimulatorTests
{
    [Fact]
    public void Null_DailyLooks_OnlyTheSequentialRuleHoldsItsLevel()
    {
        var counts = ExperimentSimulator.Null(new SimulationPlan());

        Assert.Equal(2000, counts.Experiments);
        Assert.True(counts.SequentialShare.Share <= 0.05, $"{counts.Sequential} false alarms");
        Assert.True(counts.FixedAtAnyLookShare.Low > 0.15, $"{counts.FixedAtAnyLook} false alarms");
        Assert.InRange(counts.FixedAtTheEndShare.Share, 0.035, 0.065);
    }

    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(1000, 0.02)]
    public void Null_OtherTraffic_SequentialRuleHoldsItsLevel(int unitsPerDay, double baseline)
    {
        var counts = ExperimentSimulator.Null(new SimulationPlan { UnitsPerDay = unitsPerDay, Baseline = baseline, Seed = 2 });

        Assert.True(counts.SequentialShare.Share <= 0.05, $"{counts.Sequential} false alarms");
    }

    [Fact]
    public void WithLift_PlannedSize_ReachesThePower()
    {
        var (once, sequential) = ExperimentSimulator.WithLift(new SimulationPlan())!.Value;

        // One look: the planned power, within the noise of 2,000 experiments. Looking daily can only find more.
        Assert.InRange(once.FixedAtTheEndShare.Share, 0.77, 0.83);
        Assert.True(sequential.SequentialShare.Share >= 0.8, $"{sequential.Sequential} of {sequential.Experiments}");
    }

    [Fact]
    public void Null_SameSeed_SameCounts()
    {
        var plan = new SimulationPlan { Experiments = 50 };

        Assert.Equal(ExperimentSimulator.Null(plan), ExperimentSimulator.Null(plan));
        Assert.NotEqual(ExperimentSimulator.Null(plan).FixedAtAnyLook,
            ExperimentSimulator.Null(plan with { Seed = 9, Experiments = 60 }).FixedAtAnyLook);
    }

    [Fact]
    public void BinomialSampler_ManyDraws_HasTheMeanAndVariance()
    {
        var random = new Random(4);
        var sampler = new BinomialSampler(200, 0.1);
        var draws = MeanStatistic.Of(Enumerable.Range(0, 40_000).Select(_ => (double)sampler.Next(random)));

        Assert.InRange(draws.Mean, 19.9, 20.1);
        Assert.InRange(draws.Variance, 17.5, 18.5);
    }

    [Theory]
    [InlineData(0, 30, 0.1, 0.1)]
    [InlineData(10, 0, 0.1, 0.1)]
    [InlineData(10, 30, 1.2, 0.1)]
    [InlineData(10, 30, 0.1, 0)]
    [InlineData(10, 30, 0.9, 0.5)]
    public void Problem_WrongPlan_IsOneSentence(int experiments, int days, double baseline, double lift) =>
        Assert.EndsWith(".", new SimulationPlan { Experiments = experiments, Days = days, Baseline = baseline, Lift = lift }.Problem());
}
