using FashionRecs.Domain.Hashing;

namespace FashionRecs.Domain.Tests.Hashing;

public class UnitHashTests
{
    /// <summary>The vectors "hash" of GrowthBook's language-agnostic SDK test suite (cases.json).</summary>
    [Theory]
    [InlineData("", "a", 1, 0.22)]
    [InlineData("", "b", 1, 0.077)]
    [InlineData("b", "a", 1, 0.946)]
    [InlineData("ef", "d", 1, 0.652)]
    [InlineData("asdf", "8952klfjas09ujk", 1, 0.549)]
    [InlineData("", "123", 1, 0.011)]
    [InlineData("", "___)((*\":&", 1, 0.563)]
    [InlineData("seed", "a", 2, 0.0505)]
    [InlineData("seed", "b", 2, 0.2696)]
    [InlineData("foo", "ab", 2, 0.2575)]
    [InlineData("foo", "def", 2, 0.2019)]
    [InlineData("89123klj", "8952klfjas09ujkasdf", 2, 0.124)]
    [InlineData("90850943850283058242805", "123", 2, 0.7516)]
    [InlineData("()**(%$##$%#$#", "___)((*\":&", 2, 0.0128)]
    public void Compute_PublishedVector_IsEqual(string seed, string unit, int version, double expected) =>
        Assert.Equal(expected, UnitHash.Compute(seed, unit, version));

    /// <summary>Bucket numbers that appear inside the suite's feature and sticky-bucket cases.</summary>
    [Theory]
    [InlineData("feature", "123", 1, 0.863)]
    [InlineData("feature", "456", 1, 0.178)]
    [InlineData("feature", "fds", 1, 0.514)]
    [InlineData("feature", "123", 2, 0.5231)]
    [InlineData("feature-exp", "d123", 2, 0.6468)]
    [InlineData("feature-exp", "i123", 2, 0.9943)]
    public void Compute_PublishedBucket_IsEqual(string seed, string unit, int version, double expected) =>
        Assert.Equal(expected, UnitHash.Compute(seed, unit, version));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(99)]
    public void Compute_UnknownVersion_IsNull(int version) => Assert.Null(UnitHash.Compute("abc", "def", version));

    [Fact]
    public void Compute_ManyUnits_IsUniform()
    {
        // 20 cells of 5,000 expected units: the chi-square of 19 degrees of freedom stays below 43.8 but once in a thousand.
        var cells = new int[20];
        for (var unit = 0; unit < 100_000; unit++)
        {
            cells[(int)(UnitHash.Compute("uniform", $"shopper-{unit}", 2)!.Value * 20)]++;
        }

        Assert.InRange(cells.Sum(cell => Math.Pow(cell - 5000, 2) / 5000), 0, 43.8);
    }

    [Fact]
    public void Compute_TwoSeeds_AreIndependent()
    {
        // Half of those in the lower half of one experiment are in the lower half of the other.
        var both = 0;
        var first = 0;
        for (var unit = 0; unit < 20_000; unit++)
        {
            if (UnitHash.Compute("one", $"u{unit}", 2) < 0.5)
            {
                first++;
                both += UnitHash.Compute("two", $"u{unit}", 2) < 0.5 ? 1 : 0;
            }
        }

        Assert.InRange((double)both / first, 0.48, 0.52);
    }
}
