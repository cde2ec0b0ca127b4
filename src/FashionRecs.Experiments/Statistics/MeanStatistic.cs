namespace FashionRecs.Experiments.Statistics;

/// <summary>The mean of any number per unit, with the unbiased sample variance.</summary>
/// <param name="Count">Number of units.</param>
/// <param name="Sum">Sum of the units' values.</param>
/// <param name="SumSquares">Sum of the units' squared values.</param>
public sealed record MeanStatistic(long Count, double Sum, double SumSquares) : SummedStatistic(Count, Sum)
{
    /// <inheritdoc/>
    public override double SumSquares { get; init; } = SumSquares;

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            var squares = SquaredDeviations;
            return Count <= 1 || squares <= Rounding * SumSquares ? 0 : squares / (Count - 1);
        }
    }

    /// <summary>Sums up values.</summary>
    public static MeanStatistic Of(IEnumerable<double> values)
    {
        var (count, sum, squares) = (0L, 0.0, 0.0);
        foreach (var value in values)
        {
            count++;
            sum += value;
            squares += value * value;
        }

        return new MeanStatistic(count, sum, squares);
    }

    /// <inheritdoc/>
    public override string? Problem(string arm)
    {
        if (Count < 0)
        {
            return $"The {arm} has a negative number of units ({Count}).";
        }

        if (!double.IsFinite(Sum) || !double.IsFinite(SumSquares))
        {
            return $"The sums of the {arm} are not finite numbers.";
        }

        // By Cauchy and Schwarz no values have fewer squares than sum² / n; a little is rounding.
        return SumSquares >= 0 && (Count == 0 ? Sum == 0 : SquaredDeviations >= -1e-9 * SumSquares)
            ? null
            : FormattableString.Invariant($"No {Count} values add up to {Sum} with squares adding up to {SumSquares} (the {arm}).");
    }

    internal override SummedStatistic Plus(SummedStatistic other) =>
        new MeanStatistic(Count + other.Count, Sum + other.Sum, SumSquares + other.SumSquares);

    private double SquaredDeviations => Count == 0 ? 0 : SumSquares - (Sum * Sum / Count);
}
