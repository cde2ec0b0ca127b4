using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Domain.Ranking;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Experiments.Tests.Lifecycle;

public class ExperimentActionsTests
{
    private static readonly HashSet<string> Metrics = ["liked", "hidden"];
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private ExperimentActions Actions => new(clock);

    internal static ExperimentDesign Design => new()
    {
        Hypothesis = "A marked region makes a reason easier to believe.",
        Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())],
        PrimaryMetric = "liked",
        Guardrails = ["hidden"],
        PlannedPerArm = 1000,
    };

    [Fact]
    public void Lifecycle_EveryStep_LeavesAnAuditEntry()
    {
        var experiment = Running();
        experiment = Actions.Ramp(experiment with { Phases = [experiment.Phases[0] with { Coverage = 0.2 }] }, 0.5, "Ada");
        experiment = Actions.NewPhase(experiment, [new("control", 0.3, new WordsOnly()), new("map", 0.7, new MapOnly())], 1, "Ada");
        experiment = Actions.Stop(experiment, "Ada", "size reached");
        experiment = Actions.Archive(experiment, "Ada");

        Assert.Equal(ExperimentState.Archived, experiment.State);
        Assert.Equal(7, experiment.Audit.Count);
        Assert.Equal(2, experiment.Phases.Count);
        Assert.All(experiment.Phases, phase => Assert.NotNull(phase.EndedAt));
        Assert.NotEqual(experiment.Phases[0].Seed, experiment.Phases[1].Seed);
    }

    [Fact]
    public void Start_ArmsWithRankingsOfTheirOwn_StandInTheAudit()
    {
        var arms = Design.Arms.Select((arm, at) => arm with { Ranking = at == 0 ? RankingChoice.AsTheShop : RankingChoice.WithoutVariety })
            .ToArray();
        var draft = Actions.Create("why", Design with { Arms = arms }, "Ada");

        var running = Actions.Start(Actions.Submit(draft, [], "Ada"), [], "Grace");

        Assert.Equal("Approved it. Started phase 1. Ranking: 'box' without variety, the others as the shop ranks.", running.Audit[^1].What);
        Assert.True(running.Current!.RanksDifferently);
        Assert.False(Running().Current!.RanksDifferently);
        Assert.EndsWith("with other arms, weights or traffic. Ranking: 'box' without variety, the others as the shop ranks.",
            Actions.NewPhase(running, arms, 1, "Ada").Audit[^1].What);
    }

    [Fact]
    public void NewPhase_RankingOfProductPages_IsRefused()
    {
        var running = Running();
        var pages = running with { Design = running.Design with { Surface = ExplanationSurface.ProductPage } };
        Arm[] arms = [Design.Arms[0], Design.Arms[1] with { Ranking = RankingChoice.ByScoreAlone }];

        Assert.StartsWith("Product pages rank nothing",
            Assert.Throws<InvalidOperationException>(() => Actions.NewPhase(pages, arms, 1, "Ada")).Message);
    }

    [Fact]
    public void Start_ByWhoeverWroteIt_IsRefused()
    {
        var edited = Actions.Edit(Actions.Create("why", Design, "Ada"), Design, "Alan");
        var review = Actions.Submit(edited, [], "Ada");

        Assert.Contains("cannot review it", Assert.Throws<InvalidOperationException>(() => Actions.Start(review, [], "Ada")).Message);
        Assert.Contains("cannot review it", Assert.Throws<InvalidOperationException>(() => Actions.Start(review, [], "Alan")).Message);
        Assert.Equal(ExperimentState.Running, Actions.Start(review, [], "Grace").State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Stop_WithoutAReason_IsRefused(string why) =>
        Assert.StartsWith("Why is it stopped?",
            Assert.Throws<InvalidOperationException>(() => Actions.Stop(Running(), "Ada", why)).Message);

    [Fact]
    public void Submit_WithProblems_IsRefusedAndSaysThem()
    {
        var draft = Actions.Create("why", Design with { Hypothesis = "" }, "Ada");

        var refusal =
            Assert.Throws<InvalidOperationException>(() => Actions.Submit(draft, DesignCheck.Problems(draft, [], Metrics), "Ada"));
        Assert.Equal("The hypothesis is missing.", refusal.Message);
    }

    [Fact]
    public void Edit_RunningExperiment_IsRefused() =>
        Assert.Contains("is running; only one that is a draft",
            Assert.Throws<InvalidOperationException>(() => Actions.Edit(Running(), Design, "Ada")).Message);

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.5)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Ramp_NotARaise_IsRefused(double coverage)
    {
        var running = Running();
        var half = running with { Phases = [running.Phases[0] with { Coverage = 0.5 }] };

        Assert.Throws<InvalidOperationException>(() => Actions.Ramp(half, coverage, "Ada"));
    }

    [Fact]
    public void NewPhase_WeightsNotOne_IsRefused()
    {
        Arm[] arms = [new("control", 0.5, new WordsOnly()), new("box", 0.4, new BoxOnly())];

        Assert.Contains("sum to 0.9", Assert.Throws<InvalidOperationException>(() => Actions.NewPhase(Running(), arms, 1, "Ada")).Message);
    }

    [Fact]
    public void Audit_ClockMovedBack_KeepsItsOrder()
    {
        var running = Running();
        var back = new FakeTimeProvider(clock.GetUtcNow().AddDays(-3));

        var stopped = new ExperimentActions(back).Stop(running, "Ada", "enough");

        Assert.Equal(running.Audit[^1].At, stopped.Audit[^1].At);
        Assert.True(stopped.Phases[^1].EndedAt >= stopped.Phases[^1].StartedAt);
    }

    [Fact]
    public void ArmOf_RestartedShop_IsTheSame()
    {
        var one = Running();
        var two = Running();

        for (var unit = 0; unit < 200; unit++)
        {
            Assert.Equal(one.ArmOf($"u{unit}"), two.ArmOf($"u{unit}"));
        }

        Assert.InRange(Enumerable.Range(0, 2000).Count(unit => one.ArmOf($"u{unit}")!.Key == "box"), 900, 1100);
    }

    [Fact]
    public void ArmOf_NotRunningOrOutsideTheSlot_IsNobody()
    {
        var running = Running();
        var slotted = running with { Design = running.Design with { Slot = new LayerSlot("reasons", new BucketRange(0, 0.4)) } };

        Assert.Null(Actions.Stop(running, "Ada", "enough").ArmOf("u1"));
        Assert.Equal(slotted.Design.Slot!.Contains("u1"), slotted.ArmOf("u1") is not null);
        Assert.InRange(Enumerable.Range(0, 2000).Count(unit => slotted.ArmOf($"u{unit}") is not null), 700, 900);
    }

    private Experiment Running()
    {
        var draft = Actions.Create("why", Design, "Ada");
        clock.Advance(TimeSpan.FromHours(1));
        var problems = DesignCheck.Problems(draft, [], Metrics);
        return Actions.Start(Actions.Submit(draft, problems, "Ada"), problems, "Grace");
    }
}
