using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class SampleRatioTestTests
{
    /// <summary>The number in gbstats' own test, rounded there to nine places.</summary>
    [Fact]
    public void PValue_PublishedCounts_IsEqual() =>
        Assert.Equal(0.000020079, SampleRatioTest.PValue([1000, 1200], [0.5, 0.5]), 9);

    [Fact]
    public void PValue_ExactSplit_IsOne() => Assert.Equal(1, SampleRatioTest.PValue([200, 300, 500], [0.2, 0.3, 0.5]), 12);

    [Fact]
    public void PValue_AllUnitsInOneArm_RaisesTheAlarm() =>
        Assert.True(SampleRatioTest.PValue([400, 0], [0.5, 0.5]) < SampleRatioTest.AlarmBelow);

    [Fact]
    public void PValue_NoUnits_IsOne() => Assert.Equal(1, SampleRatioTest.PValue([0, 0], [0.5, 0.5]));

    [Fact]
    public void PValue_ArmWithoutWeight_IsLeftOut() =>
        Assert.Equal(SampleRatioTest.PValue([1000, 1200], [0.5, 0.5]), SampleRatioTest.PValue([1000, 7, 1200], [0.5, 0, 0.5]), 12);

    [Fact]
    public void PValue_HonestSplits_AlarmAboutOnceInAThousand()
    {
        var random = new Random(5);
        var alarms = Enumerable.Range(0, 5000).Count(_ =>
        {
            var first = Enumerable.Range(0, 500).Count(_ => random.NextDouble() < 0.5);
            return SampleRatioTest.PValue([first, 500 - first], [0.5, 0.5]) < SampleRatioTest.AlarmBelow;
        });

        Assert.InRange(alarms, 0, 16);
    }
}
