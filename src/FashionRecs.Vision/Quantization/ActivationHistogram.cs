using System.Numerics.Tensors;

namespace FashionRecs.Vision.Quantization;

/// <summary>
/// How often a tensor takes which numbers, and the range of bytes that stands for them with the least squared error. Not thread-safe.
/// </summary>
internal sealed class ActivationHistogram
{
    private const int Bins = 2048;

    /// <summary>Candidates for each end of a range: the extreme itself and steps of 2.5 % of it down to a quarter.</summary>
    private const int Candidates = 31;

    private readonly long[] counts = new long[Bins];
    private float lowest;
    private float highest;

    /// <summary>Sees the extremes of numbers; all of them before the first is counted.</summary>
    public void Widen(ReadOnlySpan<float> numbers)
    {
        lowest = Math.Min(lowest, TensorPrimitives.Min(numbers));
        highest = Math.Max(highest, TensorPrimitives.Max(numbers));
    }

    /// <summary>Counts numbers that lie within the extremes seen.</summary>
    public void Count(ReadOnlySpan<float> numbers)
    {
        var scale = Bins / Math.Max(highest - lowest, 1e-20f);
        foreach (var number in numbers)
        {
            counts[Math.Clamp((int)((number - lowest) * scale), 0, Bins - 1)]++;
        }
    }

    /// <summary>The range with the least squared error over what was counted.</summary>
    public ActivationRange Best()
    {
        (ActivationRange Range, double Error) best = (ActivationRange.Between(lowest, highest), double.MaxValue);
        for (var low = 0; low < (lowest < 0 ? Candidates : 1); low++)
        {
            for (var high = 0; high < Candidates; high++)
            {
                var range = ActivationRange.Between(lowest * Part(low), highest * Part(high));
                var error = Error(range);
                best = error < best.Error ? (range, error) : best;
            }
        }

        return best.Range;

        static double Part(int candidate) => 1 - (0.025 * candidate);
    }

    private double Error(ActivationRange range)
    {
        var (error, width) = (0.0, (highest - lowest) / Bins);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
            {
                var number = lowest + ((bin + 0.5f) * width);
                var level = Math.Clamp(MathF.Round(number / range.Scale) + range.Zero, 0, byte.MaxValue);
                var off = number - ((level - range.Zero) * range.Scale);
                error += counts[bin] * (double)(off * off);
            }
        }

        return error;
    }
}
