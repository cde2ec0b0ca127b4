using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Discovery;

/// <summary>
/// How often a product with a word scores above one without it: area under the ROC curve, ties counted half, with the variance of DeLong
/// et al. ("Comparing the areas under two or more correlated ROC curves", 1988).
/// </summary>
/// <param name="With">Products with the word.</param>
/// <param name="Without">Products without it.</param>
/// <param name="Area">In [0, 1]; NaN where either side is empty.</param>
/// <param name="Variance">Of the area; 0 where a side has fewer than two products.</param>
public readonly record struct SeparationScore(int With, int Without, double Area, double Variance)
{
    private const double Z = 1.959964;

    /// <summary>The area with its 95 % normal interval, cut to [0, 1].</summary>
    public BootstrapInterval Interval =>
        new(Area, Math.Max(0, Area - (Z * Math.Sqrt(Variance))), Math.Min(1, Area + (Z * Math.Sqrt(Variance))));

    /// <summary>Scores of the products of both sides.</summary>
    public static SeparationScore Of(IReadOnlyList<double> with, IReadOnlyList<double> without)
    {
        if (with.Count == 0 || without.Count == 0)
        {
            return new(with.Count, without.Count, double.NaN, 0);
        }

        double[] above = Below(with, without), beside = Below(without, with);
        return new(with.Count, without.Count, above.Average(), (Spread(above) / with.Count) + (Spread(beside) / without.Count));
    }

    /// <summary>
    /// The same where only products of one group are compared with each other: areas are weighted by their numbers of pairs, so that it
    /// is the share of all such pairs that stand in the right order.
    /// </summary>
    public static SeparationScore Within(IEnumerable<SeparationScore> groups)
    {
        SeparationScore[] both = [.. groups.Where(group => group.With > 0 && group.Without > 0)];
        var pairs = both.Sum(group => (double)group.With * group.Without);
        double Weight(SeparationScore group) => (double)group.With * group.Without / pairs;
        return new(both.Sum(group => group.With), both.Sum(group => group.Without),
            both.Length == 0 ? double.NaN : both.Sum(group => Weight(group) * group.Area),
            both.Sum(group => Weight(group) * Weight(group) * group.Variance));
    }

    /// <summary>Per number the share of the others that are below it, equal ones counted half.</summary>
    private static double[] Below(IReadOnlyList<double> numbers, IReadOnlyList<double> others)
    {
        double[] sorted = [.. others.Order()];
        return [.. numbers.Select(number => (First(sorted, number) + First(sorted, Math.BitIncrement(number))) / 2.0 / sorted.Length)];
    }

    private static int First(double[] sorted, double least)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Spread(double[] numbers)
    {
        var mean = numbers.Average();
        return numbers.Length < 2 ? 0 : numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1);
    }
}
