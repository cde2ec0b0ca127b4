using FashionRecs.Experiments.Statistics.SmallSamples;

namespace FashionRecs.Experiments.Lab;

/// <summary>Compares an arm with the control where few people took part.</summary>
internal static class LabComparisons
{
    /// <summary>The same people in both arms; null where nobody has both numbers.</summary>
    /// <param name="arms">How many arms are compared with the control, for the intervals that hold for all.</param>
    public static LabComparison? Paired(string arm, IReadOnlyDictionary<int, double> control, IReadOnlyDictionary<int, double> treatment,
        double alpha, int arms)
    {
        double[] differences = [.. treatment.Where(pair => control.ContainsKey(pair.Key)).OrderBy(pair => pair.Key)
            .Select(pair => pair.Value - control[pair.Key])];
        if (differences.Length == 0)
        {
            return null;
        }

        var mean = differences.Average();
        return new(arm, differences.Length, differences.Length, mean, Size(mean, Squares(differences), differences.Length - 1),
            SignFlipTest.PValue(differences), differences.Length <= SignFlipTest.MostExact, SignFlipTest.Smallest(differences.Length),
            Interval(level => SubsetMeans.Interval(differences, level), alpha, arms),
            Interval(level => BcaInterval.Of(null, differences, level), alpha, arms));
    }

    /// <summary>Different people in the arms; null where an arm is empty.</summary>
    /// <param name="arms">How many arms are compared with the control, for the intervals that hold for all.</param>
    public static LabComparison? Separate(string arm, IReadOnlyDictionary<int, double> control, IReadOnlyDictionary<int, double> treatment,
        double alpha, int arms)
    {
        double[] before = [.. control.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            after = [.. treatment.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
        if (before.Length == 0 || after.Length == 0)
        {
            return null;
        }

        var (difference, smallest) = (after.Average() - before.Average(), PermutationTest.Smallest(before.Length, after.Length));
        return new(arm, before.Length, after.Length, difference,
            Size(difference, Squares(before) + Squares(after), before.Length + after.Length - 2),
            PermutationTest.PValue(before, after), PermutationTest.IsExact(before.Length, after.Length), smallest,
            null, Interval(level => BcaInterval.Of(before, after, level), alpha, arms));
    }

    private static LabInterval? Interval(Func<double, (double Low, double High)?> of, double alpha, int arms) =>
        of(alpha) is not var (low, high) ? null
        : of(alpha / arms) is var (lower, higher) ? new(low, high, lower, higher) : new(low, high, null, null);

    private static double Squares(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    private static double? Size(double difference, double squares, int freedom) =>
        freedom > 0 && squares > 0 ? difference / Math.Sqrt(squares / freedom) : null;
}
