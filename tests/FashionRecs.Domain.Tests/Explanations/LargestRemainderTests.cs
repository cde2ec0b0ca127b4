using FashionRecs.Domain.Explanations;

namespace FashionRecs.Domain.Tests.Explanations;

public class LargestRemainderTests
{
    [Fact]
    public void Of_SharesThatAllLoseByRounding_StillAddUpToTheRoundedScore() =>
        Assert.Equal([71, 70, 69], LargestRemainder.Of([0.7045f, 0.703f, 0.694f]));

    [Fact]
    public void Of_SharesOfBothSigns_AddUp() => Assert.Equal([4, -1, 0], LargestRemainder.Of([0.036f, -0.006f, 0.002f]));

    [Fact]
    public void Of_SmallShareThatLosesMost_GetsTheHundredth() => Assert.Equal([2, 10], LargestRemainder.Of([0.019f, 0.102f]));

    [Fact]
    public void Of_NoShares_IsNone() => Assert.Empty(LargestRemainder.Of([]));

    [Fact]
    public void Of_RandomShares_AddUpToTheirRoundedSumAndStayWithinAHundredth()
    {
        var random = new Random(7);
        for (var round = 0; round < 1_000; round++)
        {
            // Multiples of the quantum of a share, as every contribution to a score is.
            float[] shares = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(-200_000, 200_000) / 65_536f)];

            var rounded = LargestRemainder.Of(shares);

            Assert.Equal(LargestRemainder.Of(shares.Sum()), rounded.Sum());
            Assert.All(shares.Zip(rounded), pair => Assert.InRange(Math.Abs((100.0 * pair.First) - pair.Second), 0, 0.999999));
        }
    }
}
