using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class TwoSidedTestTests
{
    /// <summary>Printed tables of Student's t.</summary>
    [Theory]
    [InlineData(0.975, 1, 12.7062)]
    [InlineData(0.975, 10, 2.2281)]
    [InlineData(0.975, 120, 1.9799)]
    [InlineData(0.995, 5, 4.0321)]
    [InlineData(0.9995, 1, 636.6192)]
    [InlineData(0.99995, 1, 6366.1977)]
    [InlineData(0.975, 1e9, 1.9600)]
    public void Quantile_TableEntry_IsEqual(double probability, double degreesOfFreedom, double expected) =>
        Assert.Equal(expected, TwoSidedTest.Quantile(probability, degreesOfFreedom), 4);

    [Fact]
    public void PValue_StrongEvidence_IsSmallButNotRoundedAway() =>
        Assert.InRange(TwoSidedTest.PValue(new EffectEstimate(0.3, 0.01, 5000, 5002, 1)), 1e-190, 1e-150);
}
