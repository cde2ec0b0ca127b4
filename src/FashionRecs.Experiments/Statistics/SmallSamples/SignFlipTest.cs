namespace FashionRecs.Experiments.Statistics.SmallSamples;

/// <summary>
/// Fisher's randomization test of paired differences ("The Design of Experiments", 1935): were the arm of no effect, each difference could
/// as well have had the other sign. Of few pairs all signs are gone through, else some are drawn.
/// </summary>
public static class SignFlipTest
{
    /// <summary>Up to as many pairs the test is exact.</summary>
    public const int MostExact = 15;

    /// <summary>Signs that are drawn for more pairs, with seed 1.</summary>
    public const int Draws = 9999;

    /// <summary>
    /// Two-sided: the share of signs whose sum is at least as far from zero; of drawn ones with the observed one among them (Phipson,
    /// Smyth, SAGMB 2010). 1 for no pairs.
    /// </summary>
    public static double PValue(IReadOnlyList<double> differences)
    {
        var size = differences.Sum(Math.Abs);
        var observed = Math.Abs(differences.Sum()) - (1e-9 * size);
        if (differences.Count <= MostExact)
        {
            var all = 1 << differences.Count;
            return Enumerable.Range(0, all).Count(signs => Math.Abs(Sum(differences, at => (signs >> at & 1) == 1)) >= observed)
                / (double)all;
        }

        var random = new LehmerRandom(1);
        var far = Enumerable.Range(0, Draws).Count(_ => Math.Abs(Sum(differences, _ => random.Next(2) == 1)) >= observed);
        return (far + 1.0) / (Draws + 1);
    }

    /// <summary>The smallest p-value that as many pairs can have.</summary>
    public static double Smallest(int pairs) => pairs <= MostExact ? Math.Min(1, 2 / Math.Pow(2, pairs)) : 1.0 / (Draws + 1);

    private static double Sum(IReadOnlyList<double> differences, Func<int, bool> flips)
    {
        var sum = 0.0;
        for (var at = 0; at < differences.Count; at++)
        {
            sum += flips(at) ? -differences[at] : differences[at];
        }

        return sum;
    }
}
