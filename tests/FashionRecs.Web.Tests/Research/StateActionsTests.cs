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
        var experiment = new Experiment { Key = "why", State = ExperimentState.Running, Phases = [new Phase(1, "why:1", arms, coverage, DateTimeOffset.UnixEpoch)] };

        var shown = pages.Render<StateActions>(parameters => parameters.Add(part => part.Experiment, experiment).Add(part => part.Act, _ => Task.CompletedTask));

        Assert.Equal(offered, shown.Markup.Contains("Raise the traffic", StringComparison.Ordinal));
        Assert.Contains("New phase with other arms", shown.Markup);
    }

    public void Dispose() => pages.Dispose();
}
