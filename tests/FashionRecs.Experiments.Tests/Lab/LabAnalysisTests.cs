using FashionRecs.Experiments.Lab;

namespace FashionRecs.Experiments.Tests.Lab;

public class LabAnalysisTests
{
    [Fact]
    public void Results_WithinPersons_CompareEachWithThemselves()
    {
        var results = LabAnalysis.Of(LabTrial.Of(arms: 3, within: true, people: 12, effect: 2));

        var (none, better) = (results.Primary.Comparisons[0], results.Primary.Comparisons[1]);
        Assert.Equal((15, 13, 1, 1), (results.Count.Links, results.Count.Agreed, results.Count.Declined, results.Count.Withdrew));
        Assert.True(better.IsExact && better.Exact is { Low: > 0 } && better.CorrectedPValue < 0.05, $"{better}");
        Assert.True(none.CorrectedPValue >= none.PValue && none.Treatment <= 12);
        Assert.True(better.Exact!.LowForAll <= better.Exact.Low);
        Assert.Contains("'arm 2' is better than the control", results.Conclusion);
        Assert.All(results.Orders, order => Assert.Equal(2, order.People));
        Assert.Equal(["1", "2", "3"], results.Primary.Parts.Select(part => part.Name));
    }

    [Fact]
    public void Results_WhatCameAfterAPart_CountsInNone() =>
        Assert.All(LabAnalysis.Of(LabTrial.Of(2, true, 10)).Others.Single(other => other.Measure.Key == "bag").Arms,
            arm => Assert.Equal(0, arm.Mean));

    [Fact]
    public void Results_SevenArmsWithThreeEach_ShowNumbersAndSayThatTheyCannotDecide()
    {
        var results = LabAnalysis.Of(LabTrial.Of(7, within: false, people: 21));

        Assert.Equal(6, results.Primary.Comparisons.Count);
        Assert.All(results.Primary.Comparisons, found =>
            Assert.Equal((3, 3, 0.1), (found.Control, found.Treatment, Math.Round(found.SmallestPValue, 9))));
        Assert.Contains("cannot show a difference at all", results.Conclusion);
    }

    [Fact]
    public void Results_AnswersInOneArmAlone_CompareNobody()
    {
        var results = LabAnalysis.Of(LabTrial.Of(2, true, 8, answers: (_, arm) => arm == "arm 1"));

        Assert.Empty(results.Primary.Comparisons);
        Assert.Equal((0, 8), (results.Primary.Arms[0].People, results.Primary.Arms[1].People));
        Assert.Contains("nobody can be compared", results.Conclusion, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Results_NobodyYet_SayThatNothingIsDecided()
    {
        var log = LabTrial.Of(2, true, 4);

        var results = LabAnalysis.Of(log with { Participants = [] });

        Assert.StartsWith("0 of 4 planned participants have finished", results.Conclusion);
        Assert.All(results.Primary.Arms, arm => Assert.Equal(0, arm.People));
    }

    [Fact]
    public void Results_WhoFailedACheck_IsLeftOutWhereThatWasPlannedAndCountedInAnyCase()
    {
        var (kept, left) = (LabAnalysis.Of(LabTrial.Of(2, true, 20)), LabAnalysis.Of(LabTrial.Of(2, true, 20, leavesOut: true)));

        Assert.True(kept.Count.Inattentive > 0);
        Assert.Equal((kept.Count.Inattentive, 0, kept.Count.Inattentive), (left.Count.Inattentive, kept.Count.LeftOut, left.Count.LeftOut));
        Assert.Equal(kept.Primary.Arms[0].People - kept.Count.Inattentive, left.Primary.Arms[0].People);
    }

    [Fact]
    public void Results_NoEffect_RaiseNoMoreFalseAlarmsThanPromised()
    {
        // Each study of ten people; every p-value is exact, so at most 5 % are below .05.
        var alarms = 0;
        var random = new FashionRecs.Experiments.Statistics.LehmerRandom(3);
        for (var study = 0; study < 400; study++)
        {
            double[] differences = [.. Enumerable.Range(0, 10).Select(_ => random.Next(7) - 3.0)];
            alarms += FashionRecs.Experiments.Statistics.SmallSamples.SignFlipTest.PValue(differences) < 0.05 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 34); // 99.9 % of Binomial(400, .05).
    }
}
