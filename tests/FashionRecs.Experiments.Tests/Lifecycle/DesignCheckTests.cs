using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Tests.Lifecycle;

public class DesignCheckTests
{
    private static readonly HashSet<string> Metrics = ["liked", "hidden"];

    [Fact]
    public void Problems_CompleteDesign_AreNone() => Assert.Empty(Check(ExperimentActionsTests.Design));

    public static TheoryData<ExperimentDesign, string> Broken => new()
    {
        { ExperimentActionsTests.Design with { Arms = [new("a", 0.5, new BoxOnly()), new("b", 0.4, new MapOnly())] },
            "The weights sum to 0.9 and not to 1." },
        { ExperimentActionsTests.Design with { Arms = [new("a", 0.5, new BoxOnly()), new("b", 0.5, null)] }, "The arm 'b' has no view." },
        { ExperimentActionsTests.Design with { Arms = [new("a", 0.5, new BoxOnly()), new("a", 0.5, new MapOnly())] },
            "Two arms are named 'a'." },
        { ExperimentActionsTests.Design with { Arms = [new("a", 1, new BoxOnly())] },
            "There is 1 arm; at least a control and a treatment are needed." },
        { ExperimentActionsTests.Design with { Arms = [new("a", 1.5, new BoxOnly()), new("b", -0.5, new MapOnly())] },
            "The weight of the arm 'b' is -0.5; it must lie between 0 and 1." },
        { ExperimentActionsTests.Design with { Surface = ExplanationSurface.ProductPage,
            Arms = [new("a", 0.5, new BoxOnly()), new("b", 0.5, new BoxOnly()) { Ranking = RankingChoice.WithoutVariety }] },
            "Product pages rank nothing: an arm with a ranking of its own needs an experiment that decides cards." },
        { ExperimentActionsTests.Design with { PrimaryMetric = "joy" },
            "The metric 'joy' has no events: nothing that the shop records would count for it." },
        { ExperimentActionsTests.Design with { Coverage = 0 }, "The share of traffic is 0; it must lie above 0 and up to 1." },
        { ExperimentActionsTests.Design with { PlannedPerArm = 0 },
            "The planned size is missing; calculate it from the smallest effect worth finding." },
        { ExperimentActionsTests.Design with { Slot = new LayerSlot("reasons", new BucketRange(0.5, 1.2)) },
            "The layer slot 0.5 to 1.2 is not a piece of 0 to 1." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Problems_BrokenDesign_AreSaid(ExperimentDesign design, string problem) => Assert.Contains(problem, Check(design));

    [Theory]
    [InlineData(ExperimentState.Running, true)]
    [InlineData(ExperimentState.Review, true)]
    [InlineData(ExperimentState.Draft, false)]
    [InlineData(ExperimentState.Stopped, false)]
    public void Problems_OverlappingSlot_OnlyWhereTheOtherHoldsIt(ExperimentState state, bool taken)
    {
        var other = new Experiment { Key = "other", State = state,
            Design = new() { Slot = new LayerSlot("reasons", new BucketRange(0.4, 1)) } };
        var design = ExperimentActionsTests.Design with { Slot = new LayerSlot("reasons", new BucketRange(0, 0.5)) };

        var problems = DesignCheck.Problems(new Experiment { Key = "mine", Design = design }, [other], Metrics);

        Assert.Equal(taken, problems.Any(problem => problem.Contains("by the experiment 'other'")));
    }

    [Theory]
    [InlineData(ExplanationSurface.Everywhere, ExplanationSurface.Cards, true)]
    [InlineData(ExplanationSurface.Cards, ExplanationSurface.Cards, true)]
    [InlineData(ExplanationSurface.Cards, ExplanationSurface.ProductPage, false)]
    public void Problems_AnotherExperimentWithoutACommonLayer_OnlyWhereBothDecideOnePlace(ExplanationSurface mine,
        ExplanationSurface others, bool conflict)
    {
        var other = new Experiment { Key = "other", State = ExperimentState.Running,
            Design = new() { Surface = others, Slot = new LayerSlot("elsewhere", new BucketRange(0, 0.1)) } };
        var design = ExperimentActionsTests.Design with { Surface = mine };

        var problems = DesignCheck.Problems(new Experiment { Key = "mine", Design = design }, [other], Metrics);

        Assert.Equal(conflict, problems.Any(problem => problem.Contains("'other' already decides")));
    }

    [Theory]
    [InlineData(ExplanationSurface.Everywhere, 0, 0.1, "take a piece of its layer 'elsewhere' outside of 0 to 0.1.")]
    [InlineData(ExplanationSurface.Everywhere, 0, 1, "it takes the whole of its layer 'elsewhere', so it holds everybody until it stops.")]
    [InlineData(ExplanationSurface.Cards, 0, 1, "until it stops, or decide product pages instead, in another layer or none.")]
    public void Problems_OnePlaceInTwoLayers_SayWhatCanBeDone(ExplanationSurface others, double from, double to, string remedy)
    {
        var other = new Experiment { Key = "other", State = ExperimentState.Running,
            Design = new() { Surface = others, Slot = new LayerSlot("elsewhere", new BucketRange(from, to)) } };
        var design = ExperimentActionsTests.Design with { Slot = new LayerSlot("mine", new BucketRange(0, 1)) };

        Assert.EndsWith(remedy, Assert.Single(DesignCheck.Problems(new Experiment { Key = "mine", Design = design }, [other], Metrics)));
    }

    [Fact]
    public void Problems_PiecesOfOneLayer_RunSideBySide()
    {
        var other = new Experiment { Key = "other", State = ExperimentState.Running,
            Design = new() { Slot = new LayerSlot("reasons", new BucketRange(0, 0.5)) } };
        var design = ExperimentActionsTests.Design with { Slot = new LayerSlot("reasons", new BucketRange(0.5, 1)) };

        Assert.Empty(DesignCheck.Problems(new Experiment { Key = "mine", Design = design }, [other], Metrics));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Big")]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("key\n")]
    public void KeyProblem_UnfitForLinks_IsSaid(string key) => Assert.NotNull(DesignCheck.KeyProblem(key));

    private static IReadOnlyList<string> Check(ExperimentDesign design) =>
        DesignCheck.Problems(new Experiment { Key = "mine", Design = design }, [], Metrics);
}
