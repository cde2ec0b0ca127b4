using FashionRecs.Experiments.Scales;

namespace FashionRecs.Experiments.Tests.Scales;

public class ReliabilityTests
{
    /// <summary>R's data set "attitude" (Chatterjee, Price, 1977), the example of psych's alpha.</summary>
    private static readonly double[][] Attitude =
    [
        [43, 51, 30, 39, 61, 92, 45], [63, 64, 51, 54, 63, 73, 47], [71, 70, 68, 69, 76, 86, 48], [61, 63, 45, 47, 54, 84, 35],
        [81, 78, 56, 66, 71, 83, 47], [43, 55, 49, 44, 54, 49, 34], [58, 67, 42, 56, 66, 68, 35], [71, 75, 50, 55, 70, 66, 41],
        [72, 82, 72, 67, 71, 83, 31], [67, 61, 45, 47, 62, 80, 41], [64, 53, 53, 58, 58, 67, 34], [67, 60, 47, 39, 59, 74, 41],
        [69, 62, 57, 42, 55, 63, 25], [68, 83, 83, 45, 59, 77, 35], [77, 77, 54, 72, 79, 77, 46], [81, 90, 50, 72, 60, 54, 36],
        [74, 85, 64, 69, 79, 79, 63], [65, 60, 65, 75, 55, 80, 60], [65, 70, 46, 57, 75, 85, 46], [50, 58, 68, 54, 64, 78, 52],
        [50, 40, 33, 34, 43, 64, 33], [64, 61, 52, 62, 66, 80, 41], [53, 66, 52, 50, 63, 80, 37], [40, 37, 42, 58, 50, 57, 49],
        [63, 54, 42, 48, 66, 75, 33], [66, 77, 66, 63, 88, 76, 72], [78, 75, 58, 74, 80, 78, 49], [48, 57, 44, 45, 51, 83, 38],
        [85, 85, 71, 71, 77, 74, 55], [82, 82, 39, 59, 64, 78, 39],
    ];

    [Fact]
    public void Alpha_OfAttitude_IsThatOfPsych() =>
        Assert.Equal(0.8431427696, Reliability.Alpha(Reliability.Covariances(Attitude, 7))!.Value, 9);

    [Fact]
    public void Omega_OfAttitude_IsThatOfPsychsLoadings() =>
        // psych 2.2.9: fa(attitude, 1, fm = "minres"), its loadings times the standard deviations. psych stops a little earlier.
        Assert.Equal(0.86026239, Reliability.Omega(Reliability.Covariances(Attitude, 7))!.Value, 4);

    [Fact]
    public void Both_OfPsychsCongenericModel_AreThoseOfPsych()
    {
        // sim.congeneric() of psych: loadings .8, .7, .6, .5 exactly.
        double[] loadings = [0.8, 0.7, 0.6, 0.5];
        var model = new double[4, 4];
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                model[row, column] = row == column ? 1 : loadings[row] * loadings[column];
            }
        }

        Assert.Equal(0.7420546933, Reliability.Alpha(model)!.Value, 9);
        // 2.6² / 9.02; psych, which stops a little earlier, says 0.74944557.
        Assert.Equal(6.76 / 9.02, Reliability.Omega(model)!.Value, 9);
    }

    [Fact]
    public void Interval_OfAttitude_HoldsAlphaAndRepeats()
    {
        var people = Attitude.Select(row => (IReadOnlyList<double[]>)[row]).ToArray();

        var found = Reliability.Of("attitude", 7, people);

        Assert.Equal((7, 30, 30), (found.Items, found.Answers, found.People));
        Assert.True(found.Alpha!.Low < found.Alpha.Value && found.Alpha.Value < found.Alpha.High);
        // psych's alpha(attitude, n.iter = 1000) gives about .71 to .90.
        Assert.InRange(found.Alpha.Low!.Value, 0.64, 0.77);
        Assert.InRange(found.Alpha.High!.Value, 0.87, 0.93);
        Assert.Equal(found, Reliability.Of("attitude", 7, people));
    }

    [Fact]
    public void Both_NoAnswersOneItemOrNoVariance_HaveNone()
    {
        Assert.Null(Reliability.Of("nobody", 3, []).Alpha);
        Assert.Null(Reliability.Alpha(Reliability.Covariances([[1], [2]], 1)));
        Assert.Null(Reliability.Of("alike", 3, [[[3, 3, 3]], [[3, 3, 3]]]).Omega);
        Assert.Null(Reliability.Omega(Reliability.Covariances([[1, 2], [2, 3], [4, 4]], 2)));
    }

    [Fact]
    public void Score_ReversedStatements_AreTurnedAround()
    {
        var scale = new QuestionScale("s", "S", [new("a", "A"), new("b", "B", Reversed: true), new("c", "C"), new("d", "D")]);

        Assert.Equal(4.5, scale.Score(new Dictionary<string, int> { ["a"] = 5, ["b"] = 2 }));
        Assert.Null(scale.Score(new Dictionary<string, int> { ["a"] = 5 }));
        Assert.Equal(6, (scale with { Points = 7 }).Counted(scale.Items[1], 2));
    }

    [Fact]
    public void Check_OfAQuestionnaire_IsNeverFirst() =>
        Assert.All(Enumerable.Range(0, 200), seed => Assert.InRange(AttentionCheck.Place($"{seed}", 8), 1, 7));
}
