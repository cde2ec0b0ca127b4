namespace FashionRecs.Experiments.Statistics;

/// <summary>A conversion: each unit counts 0 or 1. Variance p(1 − p), the maximum-likelihood form.</summary>
/// <param name="Count">Number of units.</param>
/// <param name="Sum">Number of units that converted, 0 to <paramref name="Count"/>.</param>
public sealed record ProportionStatistic(long Count, double Sum) : SummedStatistic(Count, Sum)
{
    /// <inheritdoc/>
    public override double SumSquares { get; init; } = Sum;

    /// <inheritdoc/>
    public override double Variance => Count <= 1 ? 0 : Mean * (1 - Mean);

    /// <inheritdoc/>
    public override string? Problem(string arm)
    {
        if (Count < 0)
        {
            return $"The {arm} has a negative number of units ({Count}).";
        }

        return Sum >= 0 && Sum <= Count
            ? null
            : FormattableString.Invariant($"The {arm} has {Sum} conversions among {Count} units; a proportion needs 0 to {Count}.");
    }

    internal override SummedStatistic Plus(SummedStatistic other) => new ProportionStatistic(Count + other.Count, Sum + other.Sum);
}
