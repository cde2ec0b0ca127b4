using MathNet.Numerics;

namespace FashionRecs.Experiments.Simulation;

/// <summary>Draws numbers of conversions exactly, by inverting a table of the binomial distribution once computed.</summary>
internal sealed class BinomialSampler
{
    private readonly double[] cumulative;
    private readonly long first;

    /// <param name="count">Number of units, 1 or more.</param>
    /// <param name="rate">Probability of each to convert, between 0 and 1.</param>
    public BinomialSampler(long count, double rate)
    {
        // Beyond ten standard deviations lies less than any double between 0 and 1 that is drawn.
        var width = (10 * Math.Sqrt(count * rate * (1 - rate))) + 10;
        first = Math.Max(0, (long)((count * rate) - width));
        var last = Math.Min(count, (long)((count * rate) + width));
        cumulative = new double[last - first + 1];
        var sum = 0.0;
        for (var k = first; k <= last; k++)
        {
            var choose = SpecialFunctions.GammaLn(count + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(count - k + 1);
            sum += Math.Exp(choose + (k * Math.Log(rate)) + ((count - k) * Math.Log(1 - rate)));
            cumulative[k - first] = sum;
        }
    }

    public long Next(Random random)
    {
        var found = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return first + Math.Min(found < 0 ? ~found : found + 1, cumulative.Length - 1);
    }
}
