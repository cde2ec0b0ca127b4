namespace FashionRecs.Experiments.Statistics;

/// <summary>A statistic of one value per unit, kept as sums, so that days and shards add up.</summary>
/// <param name="Count">Number of units.</param>
/// <param name="Sum">Sum of the units' values.</param>
public abstract record SummedStatistic(long Count, double Sum) : SampleStatistic(Count)
{
    /// <inheritdoc/>
    public override double Mean => Count == 0 ? 0 : Sum / Count;

    /// <summary>Sum of the units' squared values.</summary>
    public abstract double SumSquares { get; init; }

    /// <summary>Covariance of this value with another one of the same units, with the divisor that matches the variances.</summary>
    /// <param name="other">The other value's statistic.</param>
    /// <param name="sumOfProducts">Sum over units of the product of the two values.</param>
    internal double Covariance(SummedStatistic other, double sumOfProducts)
    {
        if (Count <= 1)
        {
            return 0;
        }

        return this is ProportionStatistic && other is ProportionStatistic
            ? (sumOfProducts / Count) - (Mean * other.Mean)
            : (sumOfProducts - (Sum * other.Sum / Count)) / (Count - 1);
    }

    /// <summary>Both arms' units together.</summary>
    internal abstract SummedStatistic Plus(SummedStatistic other);
}
