using Bunit;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Web.Research.Experiments;

namespace FashionRecs.Web.Tests.Research;

public sealed class StateActionsTests : IDisposable
{
    private readonly BunitContext pages = new();

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1, false)]
    public void Running_Traffic_CanBeRaisedOnlyBelowTheWhole(double coverage, bool offered)
    {
        Arm[] arms = [new("control", 0.5, new WordsOnly()), new("treatment", 0.5, new BoxOnly())];
        var experiment =
            new Experiment { Key = "why", State = ExperimentState.Running,
            Phases = [new Phase(1, "why:1", arms, coverage, DateTimeOffset.UnixEpoch)] };

        var shown = pages.Render<StateActions>(parameters => parameters.Add(part => part.Experiment, experiment)
            .Add(part => part.Act, _ => Task.CompletedTask));

        Assert.Equal(offered, shown.Markup.Contains("Raise the traffic", StringComparison.Ordinal));
        Assert.Contains("New phase with other arms", shown.Markup);
    }

    [Fact]
    public async Task Stop_AsksWhyAndOnceMore()
    {
        var experiment =
            new Experiment { Key = "why", State = ExperimentState.Running,
            Phases = [new Phase(1, "why:1", [], 1, DateTimeOffset.UnixEpoch)] };
        var stopped = 0;
        var shown = pages.Render<StateActions>(parameters => parameters.Add(part => part.Experiment, experiment)
            .Add(part => part.Act, _ => { stopped++; return Task.CompletedTask; }));

        await shown.Find(".danger").ClickAsync(new());
        Assert.True(shown.Find(".danger").HasAttribute("disabled"));
        await shown.Find("textarea").InputAsync(new() { Value = "The planned size was reached." });
        Assert.Equal(0, stopped);
        await shown.Find(".danger").ClickAsync(new());

        Assert.Equal(1, stopped);
    }

    [Theory]
    [InlineData("ada@example.org", false)]
    [InlineData("grace@example.org", true)]
    public void Review_Author_CannotApprove(string who, bool may)
    {
        var experiment = new Experiment { Key = "why", State = ExperimentState.Review, Authors = ["ada@example.org"] };

        var shown = pages.Render<StateActions>(parameters => parameters.Add(part => part.Experiment, experiment).Add(part => part.Who, who)
            .Add(part => part.Act, _ => Task.CompletedTask));

        Assert.Equal(may, shown.Markup.Contains("Approve and start", StringComparison.Ordinal));
    }

    public void Dispose() => pages.Dispose();
}
