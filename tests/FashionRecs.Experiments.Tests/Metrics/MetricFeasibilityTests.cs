using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Tests.Metrics;

public class MetricFeasibilityTests
{
    [Theory]
    [InlineData("clicks", ExplanationSurface.ProductPage, "Words", "BoxWithWords", false)]
    [InlineData("clicks", ExplanationSurface.Cards, "Words", "BoxWithWords", true)]
    [InlineData("trust", ExplanationSurface.ProductPage, "Words", "BoxWithWords", false)]
    [InlineData("region-agreement", ExplanationSurface.Cards, "Words", "BoxWithWords", false)]
    [InlineData("region-agreement", ExplanationSurface.Cards, "Box", "Map", true)]
    [InlineData("map-toggles", ExplanationSurface.Everywhere, "Words", "BoxWithWords", false)]
    [InlineData("map-toggles", ExplanationSurface.Everywhere, "AsTheShop", "BoxWithWordsAndShares", true)]
    [InlineData("hover", ExplanationSurface.Everywhere, "None", "Words", false)]
    [InlineData("hover", ExplanationSurface.Everywhere, "Box", "Words", true)]
    [InlineData("bag", ExplanationSurface.ProductPage, "None", "Words", true)]
    public void Problem_MetricInAPlaceWithViews_IsSaidWhereNothingOfItCanHappen(string metric, ExplanationSurface surface, string control,
        string treatment, bool fits)
    {
        var design =
            new ExperimentDesign { Surface = surface,
            Arms = [new("control", 0.5, ExplanationViews.Find(control)), new("treatment", 0.5, ExplanationViews.Find(treatment))] };

        Assert.Equal(fits, MetricFeasibility.Problem(Find(metric), design) is null);
    }

    [Fact]
    public void Problem_AnswersAndNobodyIsAsked_IsSaid() =>
        Assert.Contains("the share of shoppers who are asked is 0",
            MetricFeasibility.Problem(Find("trust"), new ExperimentDesign { AskedShare = 0 }));

    [Fact]
    public void Problems_MetricThatCannotOccurOrHasNoDirection_KeepsTheDesignFromStarting()
    {
        var design = new ExperimentDesign
        {
            Hypothesis = "Maps help.", Surface = ExplanationSurface.ProductPage, PlannedPerArm = 100, PrimaryMetric = "clicks",
            Guardrails = ["liking-change"],
            Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())],
        };

        var problems =
            DesignCheck.Problems(new Experiment { Key = "maps", Design = design }, [],
            StandardMetrics.All.Select(metric => metric.Key).ToHashSet());

        Assert.Contains(problems, problem => problem.Contains("counts impressions of cards"));
        Assert.Contains(problems, problem => problem.Contains("neither direction of it is worse"));
    }

    private static Metric Find(string key) => StandardMetrics.All.Single(metric => metric.Key == key);
}
