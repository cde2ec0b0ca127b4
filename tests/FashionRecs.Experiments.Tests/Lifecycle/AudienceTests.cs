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

    [Fact]
    public void SizePlan_Proportion_IsThePowerCalculation()
    {
        var units = new SizePlan(FashionRecs.Experiments.Results.MetricKind.Proportion, 0.1, 0.1, 0.8, 1).UnitsPerArm(new() { Sequential = false }, out var problem);

        Assert.Null(problem);
        Assert.InRange(units!.Value, 14_000, 16_500);
    }

    [Theory]
    [InlineData(0, 0.1, 0.8, "The conversion rate must lie between 0 and 1.")]
    [InlineData(0.1, 0, 0.8, "The smallest effect must not be zero.")]
    [InlineData(0.1, 20, 0.8, "The effect would take the conversion rate out of 0 to 1.")]
    [InlineData(0.1, 0.1, 1, "The power must lie between alpha and 1.")]
    public void SizePlan_NumberOutsideItsRange_IsOneSentence(double baseline, double effect, double power, string sentence)
    {
        Assert.Null(new SizePlan(FashionRecs.Experiments.Results.MetricKind.Proportion, baseline, effect, power, 1).UnitsPerArm(new(), out var problem));
        Assert.Equal(sentence, problem);
    }
}
