using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Questions;

namespace FashionRecs.Experiments.Tests.Questions;

public class SampledQuestionsTests
{
    private static readonly Phase Phase =
        new(1, "why:1", [new("a", 0.5, new WordsOnly()), new("b", 0.5, new BoxOnly())], 1, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Of_ManyUnits_AsksTheShareEvenlyAndIndependentlyOfTheArm()
    {
        var units = Enumerable.Range(0, 10_000).Select(unit => $"u{unit}").ToArray();
        var asked = units.Where(unit => SampledQuestions.Of(Phase, unit, 0.4) is not null).ToArray();

        Assert.InRange(asked.Length, 3_800, 4_200);
        Assert.InRange(asked.Count(unit => Phase.ArmOf(unit)!.Key == "a"), 0.46 * asked.Length, 0.54 * asked.Length);
        foreach (var question in asked.CountBy(unit => SampledQuestions.Of(Phase, unit, 0.4)!.Value))
        {
            Assert.InRange(question.Value, 850, 1_150);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1000)]
    public void Of_NobodyOrEverybody_IsExact(double share, int expected) =>
        Assert.Equal(expected, Enumerable.Range(0, 1000).Count(unit => SampledQuestions.Of(Phase, $"u{unit}", share) is not null));
}
