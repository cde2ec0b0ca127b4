using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Experiments.Tests.Lifecycle;

public class AudienceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Audience.Everyone, true, true, true)]
    [InlineData(Audience.KnownBefore, true, false, false)]
    [InlineData(Audience.NewSinceStart, false, true, true)]
    [InlineData(Audience.SignedIn, false, false, true)]
    [InlineData(Audience.Anonymous, true, true, false)]
    public void ArmOf_Audience_TakesWhoBelongs(Audience audience, bool known, bool fresh, bool signedInWhoNeverClicked)
    {
        var experiment = new Experiment
        {
            Key = "why",
            State = ExperimentState.Running,
            Design = new() { Audience = audience },
            Phases = [new Phase(1, "why:1", [new("a", 0.5, new WordsOnly()), new("b", 0.5, new BoxOnly())], 1, Start)],
        };

        Assert.Equal(known, experiment.ArmOf(new ExperimentUnit("u1", Start.AddDays(-1))) is not null);
        Assert.Equal(fresh, experiment.ArmOf(new ExperimentUnit("u1", Start.AddDays(1))) is not null);
        Assert.Equal(signedInWhoNeverClicked, experiment.ArmOf(new ExperimentUnit("u1", null, SignedIn: true)) is not null);
    }
}
