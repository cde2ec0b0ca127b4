using FashionRecs.Domain.Reviews.Labels;

namespace FashionRecs.Domain.Tests.Reviews.Labels;

public class ActiveLabTests
{
    private const double P = 0.7;

    [Fact]
    public void Score_NobodyLabelled_IsHalfConfidenceHalfChance()
    {
        var lab = new ActiveLab([], 2);

        Assert.Equal((P + 0.5) / 2, lab.Score(Example(P)), 12);
        Assert.True(lab.Score(Example(0.5)) < lab.Score(Example(P)));
    }

    /// <summary>With one annotator each everybody weighs 1: (2 · 0.7 + 1/2) / 3.</summary>
    [Fact]
    public void Score_OneLabelEach_WeighsLabelAndModelAlike()
    {
        var lab = new ActiveLab([Example(P, ("ada", 0)), Example(P, ("bob", 1))], 2);

        Assert.Equal(((2 * P) + 0.5) / 3, lab.Score(Example(P, ("ada", 0))), 12);
        Assert.Equal(((2 * (1 - P)) + 0.5) / 3, lab.Score(Example(P, ("ada", 1))), 12);
        // A label that the model does not believe is worth a look before an example that nobody labelled.
        Assert.True(lab.Score(Example(P, ("ada", 1))) < lab.Score(Example(P)));
    }

    [Fact]
    public void Score_SecondLabelThatAgrees_IsSurerThanOneAlone()
    {
        var lab = new ActiveLab(Several(), 2);

        Assert.True(lab.Score(Example(P, ("ada", 0), ("bob", 0))) > lab.Score(Example(P, ("ada", 0))));
        Assert.True(lab.Score(Example(P, ("ada", 0), ("bob", 1))) < lab.Score(Example(P, ("ada", 0))));
    }

    [Fact]
    public void Score_AnnotatorWhomNobodyAgreesWith_CountsLess()
    {
        var lab = new ActiveLab(Several(), 2);

        Assert.True(lab.Score(Example(P, ("eve", 0))) < lab.Score(Example(P, ("ada", 0))));
    }

    [Fact]
    public void Score_AnyMixture_StaysWithinZeroAndOne()
    {
        var random = new Random(1);
        var lab = new ActiveLab(Several(), 2);
        for (var example = 0; example < 200; example++)
        {
            Assert.InRange(lab.Score(Example(random.NextDouble(), ("ada", random.Next(2)), ("eve", random.Next(2)))), 0, 1);
        }
    }

    /// <summary>Ada and Bob agree on forty examples of two classes, Eve says something else half of the time.</summary>
    private static AnnotatedExample[] Several() => [.. Enumerable.Range(0, 40).Select(number => Example(
        number % 2 == 0 ? 0.8 : 0.2, ("ada", number % 2), ("bob", number % 2), ("eve", number / 2 % 2)))];

    private static AnnotatedExample Example(double first, params (string Who, int Label)[] labels) => new(
        labels.ToDictionary(label => label.Who, label => label.Label, StringComparer.Ordinal), [first, 1 - first]);
}
