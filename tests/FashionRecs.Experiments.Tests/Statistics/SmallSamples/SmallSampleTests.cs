using FashionRecs.Experiments.Statistics;
using FashionRecs.Experiments.Statistics.SmallSamples;

namespace FashionRecs.Experiments.Tests.Statistics.SmallSamples;

public class SmallSampleTests
{
    /// <summary>Heights of crossed less self-fertilized maize, eighths of an inch (Darwin, 1876).</summary>
    private static readonly double[] Darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    /// <summary>Days that mice survived (Efron, Tibshirani, "An Introduction to the Bootstrap", 1993, table 2.1).</summary>
    private static readonly double[] Treated = [94, 197, 16, 38, 99, 141, 23], Untreated = [52, 104, 146, 10, 51, 30, 40, 27, 46];

    [Fact]
    public void SignFlips_DarwinsMaize_AreFishersNumber() =>
        // "The Design of Experiments", section 21: 1,726 of 32,768.
        Assert.Equal(1726 / 32768.0, SignFlipTest.PValue(Darwin), 12);

    [Fact]
    public void SubsetMeans_DarwinsMaize_AreThoseOfR()
    {
        // All 32,767 subsets in R 4.2: the 819th from either end.
        var (low, high) = SubsetMeans.Interval(Darwin, 0.05)!.Value;

        Assert.Equal(-1 / 6.0, low, 9);
        Assert.Equal(41, high, 9);
    }

    [Fact]
    public void SubsetMeans_FewerThanSix_HaveNoIntervalOf95Percent()
    {
        Assert.Null(SubsetMeans.Interval([1, 2, 3, 4, 5], 0.05));
        Assert.Equal((1.0, 6.0), SubsetMeans.Interval([1, 2, 3, 4, 5, 6], 0.05));
    }

    [Fact]
    public void Interval_WhereTheTestJustRejects_LeavesZeroOut()
    {
        // The interval holds exactly what the test does not reject, up to one piece.
        double[] differences = [3, 1, 2, 5, 4, -1, 2, 6];

        var (low, _) = SubsetMeans.Interval(differences, 0.05)!.Value;

        Assert.True(low > 0 == SignFlipTest.PValue(differences) <= 0.05);
    }

    [Fact]
    public void SignFlips_NoDifferenceOrNobody_AreOne()
    {
        Assert.Equal(1, SignFlipTest.PValue([0, 0, 0]));
        Assert.Equal(1, SignFlipTest.PValue([]));
        Assert.Equal(0.25, SignFlipTest.PValue([1, 2, 3]));
        Assert.Equal(0.25, SignFlipTest.Smallest(3));
    }

    [Fact]
    public void SignFlips_OfManyPairs_AreNearTheExactOnes()
    {
        double[] twice = [.. Darwin, .. Darwin];

        // Drawn: standard error .0005 at .005. By the normal distribution z = 2.9.
        Assert.InRange(SignFlipTest.PValue(twice), 0.003, 0.009);
    }

    [Fact]
    public void Permutations_OfMice_AreThoseOfR() =>
        // combn in R 4.2: 3,184 of 11,440 divisions are as far apart.
        Assert.Equal(3184 / 11440.0, PermutationTest.PValue(Untreated, Treated), 12);

    [Fact]
    public void Permutations_ThreeAndThree_CannotBeBelowATenth()
    {
        Assert.Equal(0.1, PermutationTest.PValue([1, 2, 3], [4, 5, 6]), 12);
        Assert.Equal(0.1, PermutationTest.Smallest(3, 3), 12);
        Assert.Equal(1, PermutationTest.PValue([], [1]));
    }

    [Fact]
    public void Permutations_OfManyPeople_AreNearTheTTest()
    {
        double[] one = [.. Enumerable.Range(0, 40).Select(at => at % 7 + 0.0)], other = [.. one.Select(value => value + 1)];

        // t = 2.24 with 78 degrees of freedom, p = .028.
        Assert.InRange(PermutationTest.PValue(one, other), 0.02, 0.04);
    }

    [Fact]
    public void Bca_SkewedSamples_HoldTheMeanNearlyAsOftenAsPromised()
    {
        var random = new LehmerRandom(7);
        var held = 0;
        const int Samples = 400;
        for (var sample = 0; sample < Samples; sample++)
        {
            // Exponential with mean 1.
            double[] values = [.. Enumerable.Range(0, 20).Select(_ => -Math.Log((random.Next(1_000_000) + 0.5) / 1_000_000))];
            var (low, high) = BcaInterval.Of(null, values, 0.05)!.Value;
            held += low <= 1 && high >= 1 ? 1 : 0;
        }

        Assert.InRange(held, 0.88 * Samples, 0.97 * Samples);
    }

    [Fact]
    public void Bca_NothingVariesOrOnePerson_HasNoInterval()
    {
        Assert.Null(BcaInterval.Of(null, [2, 2, 2], 0.05));
        Assert.Null(BcaInterval.Of([1], [2, 3], 0.05));
        Assert.Null(BcaInterval.Of(null, [1], 0.05));
    }

    [Fact]
    public void Bca_TwoSamples_GoAroundTheDifference()
    {
        var (low, high) = BcaInterval.Of(Untreated, Treated, 0.05)!.Value;

        Assert.InRange(low, -40, 0);
        Assert.InRange(high, 60, 110);
    }
}
