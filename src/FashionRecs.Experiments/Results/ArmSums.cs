using System.Text.Json.Serialization;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>One arm as sums over its units. Names in JSON are those of gbstats' input columns.</summary>
public sealed record ArmSums
{
    /// <summary>Number of units.</summary>
    [JsonRequired]
    [JsonConverter(typeof(WholeNumberConverter))]
    public long N { get; init; }

    /// <summary>Sum of the metric.</summary>
    [JsonRequired]
    public double Sum { get; init; }

    /// <summary>Sum of the squared metric; not needed for a proportion.</summary>
    public double? SumSquares { get; init; }

    /// <summary>Sum of the same units' behaviour before the experiment, for CUPED.</summary>
    public double? CovariateSum { get; init; }

    /// <summary>Sum of its squares; if missing, a proportion's covariate is a proportion too.</summary>
    public double? CovariateSumSquares { get; init; }

    /// <summary>Sum over units of metric × covariate.</summary>
    public double? MainCovariateSumProduct { get; init; }

    /// <summary>Sum of a ratio's denominator.</summary>
    public double? DenominatorSum { get; init; }

    /// <summary>Sum of the squared denominator.</summary>
    public double? DenominatorSumSquares { get; init; }

    /// <summary>Sum over units of metric × denominator.</summary>
    public double? MainDenominatorSumProduct { get; init; }

    /// <summary>Sum of a ratio's denominator before the experiment, for CUPED; its numerator's is <see cref="CovariateSum"/>.</summary>
    public double? DenominatorPreSum { get; init; }

    /// <summary>Sum of its squares.</summary>
    public double? DenominatorPreSumSquares { get; init; }

    /// <summary>Sum over units of denominator × earlier denominator.</summary>
    public double? DenominatorPostDenominatorPreSumProduct { get; init; }

    /// <summary>Sum over units of earlier numerator × earlier denominator.</summary>
    public double? MainPreDenominatorPreSumProduct { get; init; }

    /// <summary>Sum over units of numerator × earlier denominator.</summary>
    public double? MainPostDenominatorPreSumProduct { get; init; }

    /// <summary>Sum over units of earlier numerator × denominator.</summary>
    public double? MainPreDenominatorPostSumProduct { get; init; }

    internal SampleStatistic ToStatistic(MetricKind metric, string arm)
    {
        if (metric == MetricKind.Ratio)
        {
            var ratio = new RatioStatistic(
                new MeanStatistic(N, Sum, Need(SumSquares, "sum_squares")),
                new MeanStatistic(N, Need(DenominatorSum, "denominator_sum"), Need(DenominatorSumSquares, "denominator_sum_squares")),
                Need(MainDenominatorSumProduct, "main_denominator_sum_product"));
            return HasEarlierRatio ? new AdjustedRatioStatistic(ratio, EarlierRatio(), Products()) : ratio;
        }

        SummedStatistic outcome = metric == MetricKind.Proportion ? new ProportionStatistic(N, Sum)
            : new MeanStatistic(N, Sum, Need(SumSquares, "sum_squares"));
        if (CovariateSum is null && CovariateSumSquares is null && MainCovariateSumProduct is null)
        {
            return outcome;
        }

        var sum = Need(CovariateSum, "covariate_sum");
        var product = Need(MainCovariateSumProduct, "main_covariate_sum_product");
        if (metric == MetricKind.Proportion && CovariateSumSquares is null)
        {
            return new AdjustedStatistic(outcome, new ProportionStatistic(N, sum), product);
        }

        // A covariate that is any number: both sides take the sample variance, so that their covariance fits.
        return new AdjustedStatistic(
            new MeanStatistic(N, Sum, outcome.SumSquares), new MeanStatistic(N, sum, Need(CovariateSumSquares, "covariate_sum_squares")),
            product);

        RatioStatistic EarlierRatio() => new(
            new MeanStatistic(N, Need(CovariateSum, "covariate_sum"), Need(CovariateSumSquares, "covariate_sum_squares")),
            new MeanStatistic(
                N, Need(DenominatorPreSum, "denominator_pre_sum"), Need(DenominatorPreSumSquares, "denominator_pre_sum_squares")),
            Need(MainPreDenominatorPreSumProduct, "main_pre_denominator_pre_sum_product"));

        RatioProducts Products() => new(
            Need(MainCovariateSumProduct, "main_covariate_sum_product"),
            Need(DenominatorPostDenominatorPreSumProduct, "denominator_post_denominator_pre_sum_product"),
            Need(MainPostDenominatorPreSumProduct, "main_post_denominator_pre_sum_product"),
            Need(MainPreDenominatorPostSumProduct, "main_pre_denominator_post_sum_product"));

        double Need(double? value, string name) =>
            value ?? throw new InvalidDataException($"The {arm} arm has no \"{name}\", which this analysis needs.");
    }

    /// <summary>Whether anything is said of a ratio before the experiment; then all of it is needed.</summary>
    private bool HasEarlierRatio => (CovariateSum ?? CovariateSumSquares ?? MainCovariateSumProduct ?? DenominatorPreSum
        ?? DenominatorPreSumSquares ?? DenominatorPostDenominatorPreSumProduct ?? MainPreDenominatorPreSumProduct
        ?? MainPostDenominatorPreSumProduct ?? MainPreDenominatorPostSumProduct) is not null;
}
