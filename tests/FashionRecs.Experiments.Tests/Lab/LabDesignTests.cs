using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Preregistration;
using FashionRecs.Experiments.Scales;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Experiments.Tests.Lab;

public class LabDesignTests
{
    private static readonly ExperimentDesign Design = new()
    {
        Hypothesis = "A marked region makes reasons easier to understand.",
        Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())], PrimaryMetric = "explanation", AskedShare = 0,
        Comparison = new() { Sequential = false }, PlannedPerArm = 12,
        Lab = new() { Participants = 12, Information = "We study reasons.", AfterEachPart = StandardScales.All, HasAttentionChecks = true },
    };

    private readonly ExperimentActions actions = new(new FakeTimeProvider(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Problems_WholeDesign_AreNone() => Assert.Empty(Problems(Design));

    [Fact]
    public void Problems_PlaceboWithoutDebriefing_KeepItFromStarting()
    {
        var placebo = Design with { Arms = [Design.Arms[0], new("placebo", 0.5, new Placebo())] };

        Assert.Contains("the debriefing is missing", Assert.Single(Problems(placebo)));
        Assert.Empty(Problems(placebo with { Lab = placebo.Lab! with { Debriefing = "Some reasons were not true." } }));
    }

    [Fact]
    public void Problems_HalfADesign_AreEachSaid()
    {
        var lab = Design.Lab!;

        Assert.Contains("not told", Assert.Single(Problems(Design with { Lab = lab with { Information = " " } })));
        Assert.Contains("at least 2", Assert.Single(Problems(Design with { Lab = lab with { Participants = 1 } })));
        Assert.Contains("fewer than two in each",
            Assert.Single(Problems(Design with { Lab = lab with { Within = false, Participants = 3 } })));
        Assert.Contains("not at '//elsewhere'",
            Assert.Single(Problems(Design with { Lab = lab with { Tasks = [new("Look", "//elsewhere")] } })));
        Assert.Contains("asked twice", Problems(Design with { Lab = lab with { AtTheEnd = [StandardScales.All[0]] } })[0]);
        Assert.Contains("Nobody can fail",
            Assert.Single(Problems(Design with { Lab = lab with { HasAttentionChecks = false, LeavesOutInattentive = true } })));
        Assert.Contains("nothing that this study measures", Assert.Single(Problems(Design with { PrimaryMetric = "trust" })));
    }

    [Fact]
    public void Problems_BesideAnExperimentWithShoppers_AreNone()
    {
        var field = new Experiment { Key = "field", State = ExperimentState.Running, Design = Design with { Lab = null } };

        Assert.Empty(DesignCheck.Problems(new() { Key = "study", Design = Design }, [field], new HashSet<string> { "explanation" }));
    }

    [Fact]
    public void Submit_Study_FreezesOrdersScalesAndExclusions()
    {
        var design = Design with { Lab = Design.Lab! with { LeavesOutInattentive = true } };
        var frozen = actions.Submit(actions.Create("study", design, "Ada"), [], "Ada");

        var text = frozen.Preregistration!.Document;
        Assert.Contains("Williams design", text);
        Assert.Contains("Explanation and transparency (After ResQue", text);
        Assert.Contains("are left out", text);
        Assert.Contains("sign-flip permutation test", text);
        Assert.NotEmpty(PreregistrationPdf.Of(frozen.Preregistration));
    }

    [Theory]
    [InlineData(1, "At the end: one statement. ")]
    [InlineData(2, "At the end: 2 statements. ")]
    public void Submit_TasksAndStatementsAtTheEnd_AreWholeSentences(int statements, string expected)
    {
        var design = Design with
        {
            Lab = Design.Lab! with
            {
                Tasks = [new("Find a coat."), new("Find a skirt.")],
                AtTheEnd = [new QuestionScale("end", "At the end",
                    [.. Enumerable.Range(1, statements).Select(number => new ScaleItem($"end-{number}", $"Statement {number}."))])],
            },
        };

        var document = PreregistrationDocument.Of(actions.Create("study", design, "Ada"), DateTimeOffset.UnixEpoch);

        Assert.Contains("Tasks: Find a coat. / Find a skirt. ",
            document.Osf.Single(field => field.Question == "Data collection procedures").Answer);
        Assert.DoesNotContain(document.Osf, field => field.Answer.Contains("..", StringComparison.Ordinal));
        Assert.Contains(expected, document.Osf.Single(field => field.Question == "Measured variables").Answer);
    }

    [Fact]
    public void Deviations_PlanChangedAfterTheStart_AreSaid()
    {
        var running = Running();
        Assert.Empty(Deviations.Of(running, 12));

        var changed = running with { Design = Design with { Lab = Design.Lab! with { LeavesOutInattentive = true } } };
        Assert.Contains("The design is not the one that was preregistered.", Deviations.Of(changed, 12));
        var stopped = actions.Stop(running, "Ada", "Nobody came.");
        Assert.Contains("It ended with 5 people", Assert.Single(Deviations.Of(stopped, 5)));
    }

    [Fact]
    public void Study_Running_AssignsNoShopperAndGetsNoNewPhase()
    {
        var running = Running();

        Assert.All(Enumerable.Range(0, 50), unit => Assert.Null(running.ArmOf($"u{unit}")));
        Assert.Contains("stays as it began", Assert.Throws<InvalidOperationException>(() =>
            actions.NewPhase(running, running.Design.Arms, 1, "Ada")).Message);
    }

    private Experiment Running() => actions.Start(actions.Submit(actions.Create("study", Design, "Ada"), [], "Ada"), [], "Grace");

    private static IReadOnlyList<string> Problems(ExperimentDesign design) =>
        DesignCheck.Problems(new() { Key = "study", Design = design }, [], new HashSet<string> { "explanation", "trust" });
}
