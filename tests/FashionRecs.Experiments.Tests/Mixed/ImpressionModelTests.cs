using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Mixed;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Mixed;

public class ImpressionModelTests
{
    private static readonly Metric Persuasion = StandardMetrics.All.Single(metric => metric.Key == "persuasion");

    [Fact]
    public void Of_LikesOfShownProducts_FindsTheOddsOfTheArm()
    {
        var result = ImpressionModel.Of(Persuasion, Log().Experiment.Phases[0], Rows(Log()), 0.05, out var problem)!;

        Assert.Null(problem);
        var box = Assert.Single(result.Arms);
        // 40 % against 20 %: 2.67 times the odds.
        Assert.InRange(8 / 3.0, box.Low, box.High);
        Assert.True(box is { Arm: "box", PValue: < 0.001 });
        Assert.Equal((400, 10), (result.Shoppers, result.Products));
        Assert.InRange(result.Shown, 1000, 1200);
    }

    [Fact]
    public void Of_AMetricThatIsNotDoneWithProducts_SaysWhy()
    {
        var trust = StandardMetrics.All.Single(metric => metric.Key == "trust");

        Assert.Null(ImpressionModel.Of(trust, Log().Experiment.Phases[0], Rows(Log()), 0.05, out var problem));
        Assert.Contains("not something that is done with a product", problem);
    }

    [Fact]
    public void Of_NobodyLikedAnything_SaysWhy()
    {
        var trial = Log(likes: false);

        Assert.Null(ImpressionModel.Of(Persuasion, trial.Experiment.Phases[0], Rows(trial), 0.05, out var problem));
        Assert.StartsWith("The model has no best fit", problem);
    }

    private static IReadOnlyList<UnitRow> Rows(Trial trial) => FashionRecs.Experiments.Health.UnitScreen.Of(
        "why", trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes, new()).Rows;

    private static Trial Log(bool likes = true)
    {
        var (trial, random) = (new Trial(), new Random(6));
        for (var unit = 0; unit < 400; unit++)
        {
            var exposure = trial.Expose($"u{unit}", unit % 2 == 0 ? "control" : "box", Trial.Start.AddMinutes(unit));
            foreach (var product in Enumerable.Range(0, 3).Select(_ => $"p{random.Next(10)}").Distinct())
            {
                trial.Add(exposure, OutcomeKind.Impression, change: outcome => outcome with { Product = product });
                if (likes && random.NextDouble() < (unit % 2 == 0 ? 0.2 : 0.4))
                {
                    trial.Add(exposure, OutcomeKind.Like, change: outcome => outcome with { Product = product });
                }
            }
        }

        return trial;
    }
}
