using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Training.Beliefs;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Tests.Beliefs;

public class StatementScoreTests
{
    private static readonly GarmentAttribute Neckline = LabelledCases.Vocabulary["neckline_design"];
    private static readonly AttributeValue V = LabelledCases.Vocabulary.TryFind("neckline_design", "V Neckline")!;
    private static readonly AttributeValue DeepV = LabelledCases.Vocabulary.TryFind("neckline_design", "Deep V Neckline")!;

    [Theory]
    [InlineData("V Neckline", null, LabelLetter.Yes)]
    [InlineData("Deep V Neckline", null, LabelLetter.Yes)] // its family is named
    [InlineData("Round Neckline", "V Neckline", LabelLetter.Maybe)]
    [InlineData("Round Neckline", null, LabelLetter.No)]
    [InlineData("Invisible", null, LabelLetter.No)]
    public void Of_FamilySaid_IsJudgedByItsBestValue(string yes, string? maybe, LabelLetter expected)
    {
        var judged =
            Assert.Single(JudgedStatement.Of(Believed((Place(yes), maybe is null ? null : Place(maybe), Belief(v: 0.5f, deepV: 0.45f)))));

        Assert.Equal(V.Family, judged.Statement.Family);
        Assert.Equal(expected, judged.Label);
        Assert.Equal(yes != "Invisible", judged.IsShown);
    }

    [Fact]
    public void Of_Statements_AreCountedFromTheirProbabilityOn()
    {
        var statements = JudgedStatement.Of(Believed(
            (V.Position, null, Belief(v: 0.95f, deepV: 0.01f)),     // true
            (V.Position, null, Belief(v: 0.45f, deepV: 0.45f)),     // true, of the family
            (Place("Round Neckline"), V.Position, Belief(v: 0.9f, deepV: 0)), // arguable
            (Place("Round Neckline"), null, Belief(v: 0.85f, deepV: 0)),      // false
            (V.Position, null, Belief(v: 0.4f, deepV: 0.1f)),       // not said
            (Neckline.Invisible.Position, null, Belief(v: 0.3f, deepV: 0)))); // not said, nor to be said

        var score = StatementScore.Of("all", statements, 0.8, seed: 1);

        Assert.Equal(4, score.Said);
        Assert.Equal([0.5, 0.25, 0.25, 0.75], [score.True.Mean, score.Arguable.Mean, score.False.Mean, score.Finest.Mean]);
        Assert.Equal(5, score.Shown);
        Assert.Equal(0.2, score.Withheld.Mean, 1e-9);
        Assert.InRange(score.True.Low, 0, 0.5);
        Assert.InRange(score.True.High, 0.5, 1);
    }

    [Fact]
    public void Of_NothingSaid_HasNoShares()
    {
        var score = StatementScore.Of("all", JudgedStatement.Of(Believed((V.Position, null, Belief(v: 0.4f, deepV: 0)))), 0.8, seed: 1);

        Assert.Equal(0, score.Said);
        Assert.True(double.IsNaN(score.True.Mean));
        Assert.Equal(1, score.Withheld.Mean);
    }

    [Fact]
    public void Calibration_SureAndHalfTrue_IsTheDifference()
    {
        var statements = JudgedStatement.Of(Believed(
            [.. Enumerable.Range(0, 40)
                .Select(i => (i % 2 == 0 ? V.Position : Place("Round Neckline"), (int?)null, Belief(v: 0.9f, deepV: 0)))]));

        var calibration = StatementCalibration.Of("all", statements);

        Assert.Equal(40, calibration.Count);
        Assert.Equal(0.4, calibration.Error, 1e-6);
        Assert.Equal(0.5, Assert.Single(calibration.Bins).True.Share);
    }

    private static int Place(string value) => LabelledCases.Vocabulary.TryFind("neckline_design", value)!.Position;

    private static AttributeBelief Belief(float v, float deepV)
    {
        var probabilities = new float[Neckline.Values.Count];
        (probabilities[V.Position], probabilities[DeepV.Position], probabilities[Neckline.Invisible.Position]) = (v, deepV, 1 - v - deepV);
        return new AttributeBelief(Neckline, probabilities);
    }

    private static FittedBeliefs Believed(params (int Yes, int? Maybe, AttributeBelief Belief)[] pictures) => new(
        [],
        [.. pictures.Select((one, i) => LabelledCases.Case($"{i}.jpg", Neckline, one.Yes, [], one.Maybe))],
        [.. pictures.Select(one => new[] { one.Belief })]);
}
