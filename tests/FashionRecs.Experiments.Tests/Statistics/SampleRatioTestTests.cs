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

    /// <summary>Against all 3^9 ways to deal nine units into three arms.</summary>
    [Theory]
    [InlineData(new long[] { 7, 1, 1 }, new[] { 1 / 3.0, 1 / 3.0, 1 / 3.0 })]
    [InlineData(new long[] { 2, 6, 1 }, new[] { 0.5, 0.3, 0.2 })]
    [InlineData(new long[] { 3, 3, 3 }, new[] { 0.7, 0.2, 0.1 })]
    public void PValue_FewUnitsExpected_IsTheSumOverAllSplits(long[] counts, double[] weights)
    {
        var expected = 0.0;
        for (var dealt = 0; dealt < 19683; dealt++)
        {
            var (split, chance) = (new long[3], 1.0);
            for (var (unit, rest) = (0, dealt); unit < 9; unit++, rest /= 3)
            {
                split[rest % 3]++;
                chance *= weights[rest % 3];
            }

            expected += Statistic(split) >= Statistic(counts) - 1e-9 ? chance : 0;
        }

        Assert.Equal(expected, SampleRatioTest.PValue(counts, weights), 9);

        double Statistic(long[] split) => split.Zip(weights, (count, weight) => Math.Pow(count - (9 * weight), 2) / (9 * weight)).Sum();
    }

    /// <summary>Sixty-one units in eight arms: chi-square says .049, which eight cells of seven or eight units carry just about.</summary>
    [Fact]
    public void PValue_EnoughExpected_StaysChiSquare()
    {
        Assert.False(SampleRatioTest.IsSparse([61, 0, 0, 0, 0, 0, 0, 0], [.. Enumerable.Repeat(0.125, 8)]));
        Assert.True(SampleRatioTest.IsSparse([39, 0, 0, 0, 0, 0, 0, 0], [.. Enumerable.Repeat(0.125, 8)]));
    }

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
