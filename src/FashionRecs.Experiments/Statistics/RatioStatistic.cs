namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// A ratio of two sums over units, such as clicks per impression, when units and not impressions were randomized. Its
/// variance comes from the delta method (Deng, Knoblich and Lu, "Applying the Delta Method in Metric Analytics", KDD 2018).
/// </summary>
/// <param name="Numerator">Per unit: the counted thing, such as clicks.</param>
/// <param name="Denominator">Per unit: what it is counted among, such as impressions.</param>
/// <param name="SumOfProducts">Sum over units of numerator × denominator.</param>
public sealed record RatioStatistic(SummedStatistic Numerator, SummedStatistic Denominator, double SumOfProducts)
    : SampleStatistic(Numerator.Count)
{
    /// <summary>Ratio of the sums (not the mean of the units' ratios); 0 when nothing was counted.</summary>
    public override double Mean => Denominator.Sum == 0 ? 0 : Numerator.Sum / Denominator.Sum;

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            if (Count <= 1 || Denominator.Mean == 0)
            {
                return 0;
            }

            var covariance = Numerator.Covariance(Denominator, SumOfProducts);
            return DeltaMethod.VarianceOfRatio(Numerator.Mean, Numerator.Variance, Denominator.Mean, Denominator.Variance, covariance);
        }
    }

    /// <inheritdoc/>
    public override string? Problem(string arm)
    {
        if (Numerator.Count != Denominator.Count)
        {
            return $"The numerator and the denominator of the {arm} count different units ({Numerator.Count} and {Denominator.Count}).";
        }

        if (Numerator.Problem(arm) is { } first)
        {
            return first;
        }

        return Denominator.Problem(arm) ?? (Count > 0 && Denominator.Sum <= 0 ? $"The denominator of the {arm} adds up to nothing." : null);
    }
}
