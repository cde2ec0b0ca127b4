using FashionRecs.Recommenders.Manipulation.Lengths;

namespace FashionRecs.Recommenders.Tests.Manipulation.Lengths;

public class LengthRankerTests
{
    [Fact]
    public void Fit_TwoGarments_HasTheWeightOfTheOneEquation()
    {
        // Every pair is 1 and −1, deviation 1.001: z = 2/1.001. At the least loss z/(1 + e^(zw)) = .5·w, and the weight of the feature
        // itself is w/1.001.
        var ranker = LengthRanker.Fit([new([1], 90), new([-1], 40)], new LengthRankerOptions { Pairs = 5, Penalty = 0.5 });

        var weight = Assert.Single(ranker.Weights) * 1.001;
        var apart = 2 / 1.001;
        Assert.Equal(0.5 * weight, apart / (1 + Math.Exp(apart * weight)), 1e-4);
        Assert.Equal(0, ranker.Score([0]), 1e-6);
        Assert.True(ranker.Score([2]) > ranker.Score([1]));
    }

    [Fact]
    public void Fit_FeatureThatHasNothingToDoWithIt_CountsHardlyAnything()
    {
        var random = new Random(3);
        LengthExample[] examples =
        [
            .. Enumerable.Range(0, 40).Select(number => new LengthExample([number, random.Next(100), 7], 50 + number)),
        ];

        var weights = LengthRanker.Fit(examples, new LengthRankerOptions()).Weights;

        Assert.True(weights[0] > 5 * Math.Abs(weights[1]), $"{weights[0]} and {weights[1]}");
        Assert.Equal(0, weights[2]);
    }

    [Fact]
    public void Fit_NoPairDiffersEnough_ScoresNothing()
    {
        var ranker = LengthRanker.Fit([new([1], 40.5), new([-1], 40)], new LengthRankerOptions { Least = 1 });

        Assert.Equal(0, ranker.Score([5]));
        Assert.Throws<ArgumentException>(() => LengthRanker.Fit([], new LengthRankerOptions()));
    }

    [Fact]
    public void Count_FourGarments_IsAsByHand()
    {
        // Within a value 10 before 14 is right, 30 before 32 is not. Across values, where 30 scores lowest, it is wrong with both others
        // and 32 is right with both.
        (double, double, int)[] garments = [(0.1, 10, 0), (0.2, 14, 0), (0.5, 30, 1), (0.3, 32, 1)];
        (double, double, int)[] low = [garments[0], garments[1], (0, 30, 1), garments[3]];

        Assert.Equal([(1, 1), (1, 1), (0, 1), (0, 1)], LengthPairs.Count(garments, true, 1));
        Assert.Equal([(1, 2), (1, 2), (0, 2), (2, 2)], LengthPairs.Count(low, false, 1));
        Assert.Equal([(0.5, 1), (0.5, 1)], LengthPairs.Count([(1, 1, 0), (1, 3, 0)], true, 1));
        Assert.Equal([(0, 0), (0, 0)], LengthPairs.Count([(1, 1, 0), (1, 3, 0)], true, 3));
    }
}
