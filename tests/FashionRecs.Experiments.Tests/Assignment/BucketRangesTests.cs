using FashionRecs.Experiments.Assignment;

namespace FashionRecs.Experiments.Tests.Assignment;

public class BucketRangesTests
{
    /// <summary>The vectors "getBucketRange" of GrowthBook's SDK test suite: arms, coverage, weights, starts and ends.</summary>
    public static TheoryData<int, double, double[]?, double[]> Published => new()
    {
        { 2, 1, null, [0, 0.5, 0.5, 1] },
        { 2, 0.5, null, [0, 0.25, 0.5, 0.75] },
        { 2, 0, null, [0, 0, 0.5, 0.5] },
        { 4, 1, null, [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1] },
        { 2, 1, [0.4, 0.6], [0, 0.4, 0.4, 1] },
        { 3, 1, [0.2, 0.3, 0.5], [0, 0.2, 0.2, 0.5, 0.5, 1] },
        { 3, 0.2, [0.2, 0.3, 0.5], [0, 0.04, 0.2, 0.26, 0.5, 0.6] },
        { 2, -0.2, null, [0, 0, 0.5, 0.5] },
        { 2, 1.5, null, [0, 0.5, 0.5, 1] },
        { 2, 1, [0.4, 0.1], [0, 0.5, 0.5, 1] },
        { 2, 1, [0.7, 0.6], [0, 0.5, 0.5, 1] },
        { 4, 1, [0.4, 0.4, 0.2], [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1] },
        { 2, 1, [0.4, 0.5999], [0, 0.4, 0.4, 0.9999] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Create_PublishedVector_IsEqual(int arms, double coverage, double[]? weights, double[] expected)
    {
        var flat = BucketRanges.Create(arms, coverage, weights).SelectMany(range => new[] { range.Start, range.End }).ToArray();

        Assert.Equal(expected.Length, flat.Length);
        Assert.All(flat.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    /// <summary>The vectors "chooseVariation" of the same suite.</summary>
    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.4, 0)]
    [InlineData(0.6, 1)]
    [InlineData(0.8, 1)]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 1)]
    public void Choose_EvenRanges_PublishedArm(double number, int arm) =>
        Assert.Equal(arm, BucketRanges.Choose(number, [new(0, 0.5), new(0.5, 1)]));

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.4, -1)]
    [InlineData(0.6, 1)]
    [InlineData(0.8, -1)]
    [InlineData(0.25, -1)]
    [InlineData(0.5, 1)]
    public void Choose_ReducedRanges_PublishedArm(double number, int arm) =>
        Assert.Equal(arm, BucketRanges.Choose(number, [new(0, 0.25), new(0.5, 0.75)]));

    [Fact]
    public void Choose_EmptyRange_IsSkipped() =>
        Assert.Equal(2, BucketRanges.Choose(0.5, [new(0, 0.5), new(0.5, 0.5), new(0.5, 1)]));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void EqualWeights_AnyCount_AreEqual(int arms, int count)
    {
        var weights = BucketRanges.EqualWeights(arms);

        Assert.Equal(count, weights.Count);
        Assert.All(weights, weight => Assert.Equal(1.0 / arms, weight, 8));
    }

    [Fact]
    public void Create_NaNCoverage_CoversNobody() =>
        Assert.All(BucketRanges.Create(2, double.NaN), range => Assert.Equal(range.Start, range.End));

    [Fact]
    public void Create_RaisedCoverage_MovesNobodyToAnotherArm()
    {
        double[] weights = [0.2, 0.3, 0.5];
        var before = BucketRanges.Create(3, 0.3, weights);
        var after = BucketRanges.Create(3, 0.8, weights);

        for (var step = 0; step < 10_000; step++)
        {
            var old = BucketRanges.Choose(step / 10_000.0, before);
            if (old >= 0)
            {
                Assert.Equal(old, BucketRanges.Choose(step / 10_000.0, after));
            }
        }
    }
}
