namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// CUPED of a ratio: the ratio during the experiment minus θ times the same units' ratio before it (Deng, Xu, Kohavi and Walker, WSDM 2013,
/// appendix B). Both ratios and their covariance are those of the sums that the delta method makes of them (Deng, Knoblich and Lu, KDD
/// 2018), so that θ = Σ cov(after, before) / Σ var(before) over the arms, which is also what gbstats computes.
/// </summary>
/// <param name="Outcome">The ratio during the experiment.</param>
/// <param name="Covariate">The ratio of the same units before it.</param>
/// <param name="Products">How the two go together.</param>
/// <param name="Theta">The slope; the same in both arms, see <see cref="WithCommonTheta"/>.</param>
public sealed record AdjustedRatioStatistic(RatioStatistic Outcome, RatioStatistic Covariate, RatioProducts Products, double Theta = 0)
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

    /// <summary>Covariance of the two ratios within the arm, on the scale of one unit.</summary>
    internal double Covariance
    {
        get
        {
            if (Count <= 1 || Outcome.Denominator.Mean == 0 || Covariate.Denominator.Mean == 0)
            {
                return 0;
            }

            var (after, before) = (Outcome, Covariate);
            return (after.Numerator.Covariance(before.Numerator, Products.Numerators)
                - (before.Mean * after.Numerator.Covariance(before.Denominator, Products.NumeratorWithEarlierDenominator))
                - (after.Mean * after.Denominator.Covariance(before.Numerator, Products.DenominatorWithEarlierNumerator))
                + (after.Mean * before.Mean * after.Denominator.Covariance(before.Denominator, Products.Denominators)))
                / (after.Denominator.Mean * before.Denominator.Mean);
        }
    }

    /// <inheritdoc/>
    public override string? Problem(string arm)
    {
        if (Outcome.Count != Covariate.Count)
        {
            return $"The ratio of the {arm} and its covariate count different units ({Outcome.Count} and {Covariate.Count}).";
        }

        if ((Outcome.Problem(arm) ?? Covariate.Problem($"covariate of the {arm}")) is { } problem)
        {
            return problem;
        }

        // |covariance| ≤ product of the standard deviations, but for rounding.
        var bound = Math.Sqrt(Outcome.Variance * Covariate.Variance);
        return double.IsFinite(Covariance) && Math.Abs(Covariance) <= (bound * (1 + 1e-6)) + 1e-9
            ? null
            : $"The sums of products of the {arm} do not fit its sums: the ratio and its covariate would correlate by more than 1.";
    }

    /// <summary>
    /// All arms with one slope; the plain ratios if the covariate says nothing. Arms that are not all adjusted ratios stay as they are.
    /// </summary>
    internal static IReadOnlyList<SampleStatistic> WithCommonTheta(IReadOnlyList<SampleStatistic> arms)
    {
        if (arms.Count == 0 || arms.Any(arm => arm is not AdjustedRatioStatistic))
        {
            return arms;
        }

        AdjustedRatioStatistic[] adjusted = [.. arms.Cast<AdjustedRatioStatistic>()];
        var before = adjusted.Sum(arm => arm.Covariate.Variance);
        var theta = before > 0 ? adjusted.Sum(arm => arm.Covariance) / before : 0;
        return [.. adjusted.Select(arm => theta == 0 ? (SampleStatistic)arm.Outcome : arm with { Theta = theta })];
    }
}
