using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Tests.Statistics;

public class PValueCorrectionTests
{
    [Fact]
    public void Holm_WorkedExample_IsEqual() =>
        Same([0.03, 0.06, 0.06, 0.02], PValueCorrection.Holm([0.01, 0.04, 0.03, 0.005]));

    [Fact]
    public void BenjaminiHochberg_WorkedExample_IsEqual() =>
        Same([0.02, 0.04, 0.04, 0.02], PValueCorrection.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005]));

    /// <summary>The fifteen p-values of Benjamini and Hochberg's paper: at 0.05 four are kept, of which Bonferroni keeps three.</summary>
    [Fact]
    public void BenjaminiHochberg_ExampleOfThePaper_KeepsFour()
    {
        double[] p =
            [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

        Assert.Equal(4, PValueCorrection.BenjaminiHochberg(p).Count(value => value <= 0.05));
        Assert.Equal(3, PValueCorrection.Holm(p).Count(value => value <= 0.05));
    }

    [Fact]
    public void Corrections_AnyPValues_AreOrderedAndBounded()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var p = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Math.Pow(random.NextDouble(), 3)).ToArray();
            var holm = PValueCorrection.Holm(p);
            var hochberg = PValueCorrection.BenjaminiHochberg(p);
            for (var i = 0; i < p.Length; i++)
            {
                Assert.InRange(hochberg[i], p[i], holm[i] + 1e-12);
                Assert.InRange(holm[i], p[i], Math.Min(1, (p[i] * p.Length) + 1e-12));
            }
        }
    }

    [Fact]
    public void Corrections_Nothing_IsNothing() => Assert.Empty(PValueCorrection.Holm([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Corrections_NotAPValue_Throw(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PValueCorrection.BenjaminiHochberg([0.1, value]));

    private static void Same(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
}
