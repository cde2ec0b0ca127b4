namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// CUPED: the outcome minus θ times what the same unit did before the experiment (Deng, Xu, Kohavi and Walker, "Improving
/// the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data", WSDM 2013). The earlier behaviour
/// cannot be changed by the arm, so the difference stays unbiased while its variance falls by the squared correlation.
/// </summary>
/// <param name="Outcome">The metric during the experiment.</param>
/// <param name="Covariate">The behaviour of the same units before it.</param>
/// <param name="SumOfProducts">Sum over units of outcome × covariate.</param>
/// <param name="Theta">The slope; the same in both arms, see <see cref="WithCommonTheta"/>.</param>
public sealed record AdjustedStatistic(SummedStatistic Outcome, SummedStatistic Covariate, double SumOfProducts, double Theta = 0)
    : SampleStatistic(Outcome.Count), ICovariateAdjusted
{
    /// <inheritdoc/>
    public override double Mean => Outcome.Mean - (Theta * Covariate.Mean);

    /// <inheritdoc/>
    public override double UnadjustedMean => Outcome.Mean;

    /// <inheritdoc/>
    public override double Variance =>
        Count <= 1 ? 0 : Outcome.Variance + (Theta * Theta * Covariate.Variance) - (2 * Theta * Covariance);

    double ICovariateAdjusted.OutcomeVariance => Outcome.Variance;

    double ICovariateAdjusted.CovariateVariance => Covariate.Variance;

    double ICovariateAdjusted.Covariance => Covariance;

    /// <summary>Covariance of outcome and covariate within the arm.</summary>
    internal double Covariance => Outcome.Covariance(Covariate, SumOfProducts);

    /// <inheritdoc/>
    public override string? Problem(string arm)
    {
        if (Outcome.Problem(arm) is { } first)
        {
            return first;
        }

        if (Covariate.Problem($"covariate of the {arm}") is { } second)
        {
            return second;
        }

        // |covariance| ≤ product of the standard deviations, but for rounding.
        var bound = Math.Sqrt(Outcome.Variance * Covariate.Variance);
        return double.IsFinite(SumOfProducts) && Math.Abs(Covariance) <= (bound * (1 + 1e-6)) + 1e-9
            ? null
            : $"The sum of products of the {arm} does not fit its sums: outcome and covariate would correlate by more than 1.";
    }

    /// <summary>
    /// All arms with the slope of their pooled data; the plain outcomes if the covariate says nothing (no variance, no correlation). Arms
    /// that are not all adjusted stay as they are.
    /// </summary>
    internal static IReadOnlyList<SampleStatistic> WithCommonTheta(IReadOnlyList<SampleStatistic> arms)
    {
        if (arms.Count == 0 || arms.Any(arm => arm is not AdjustedStatistic))
        {
            return arms;
        }

        AdjustedStatistic[] adjusted = [.. arms.Cast<AdjustedStatistic>()];
        var outcome = adjusted.Skip(1).Aggregate(adjusted[0].Outcome, (sum, arm) => sum.Plus(arm.Outcome));
        var covariate = adjusted.Skip(1).Aggregate(adjusted[0].Covariate, (sum, arm) => sum.Plus(arm.Covariate));
        var theta = outcome.Variance > 0 && covariate.Variance > 0
            ? outcome.Covariance(covariate, adjusted.Sum(arm => arm.SumOfProducts)) / covariate.Variance
            : 0;
        return [.. adjusted.Select(arm => theta == 0 ? (SampleStatistic)arm.Outcome : arm with { Theta = theta })];
    }
}
