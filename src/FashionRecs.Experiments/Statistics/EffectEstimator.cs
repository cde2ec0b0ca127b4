namespace FashionRecs.Experiments.Statistics;

/// <summary>Estimates the difference of two arms and its standard error; a relative one by the delta method.</summary>
public static class EffectEstimator
{
    /// <summary>
    /// Why two arms are no data at all, in one sentence: sums that no units can have, fewer than two units; null if they are.
    /// </summary>
    public static string? Problem(SampleStatistic control, SampleStatistic treatment) =>
        control.Problem("control arm") ?? treatment.Problem("treatment arm") ?? TooFew(control, "control")
            ?? TooFew(treatment, "treatment");

    /// <summary>Compares two arms.</summary>
    /// <param name="error">One sentence that says why no estimate is possible, else null.</param>
    /// <returns>The estimate, or null with an error: fewer than two units in an arm, zero variance, a control mean of zero.</returns>
    public static EffectEstimate? Estimate(SampleStatistic control, SampleStatistic treatment, DifferenceKind difference, out string? error)
    {
        error = Problem(control, treatment);
        if (error is not null)
        {
            return null;
        }

        var arms = CovariateAdjustment.WithCommonTheta([control, treatment]);
        (control, treatment) = (arms[0], arms[1]);

        var relative = difference == DifferenceKind.Relative;
        error = NoVariance(control, "control") ?? NoVariance(treatment, "treatment")
            ?? (relative && control.UnadjustedMean == 0
                ? "The control arm's mean is zero, so there is no relative difference; the absolute one exists." : null);
        if (error is not null)
        {
            return null;
        }

        var effect = treatment.Mean - control.Mean;
        var variance = relative ? RelativeVariance(control, treatment)
            : (treatment.Variance / treatment.Count) + (control.Variance / control.Count);
        if (!(variance > 0) || !double.IsFinite(variance))
        {
            error = "The variance of the difference is not a positive number, so no interval can be computed.";
            return null;
        }

        return new EffectEstimate(
            relative ? effect / control.UnadjustedMean : effect,
            Math.Sqrt(variance),
            WelchDegreesOfFreedom(control, treatment),
            control.Count + treatment.Count,
            relative && control.UnadjustedMean < 0 ? -1 : 1);
    }

    private static double RelativeVariance(SampleStatistic control, SampleStatistic treatment)
    {
        if (control is ICovariateAdjusted adjusted && treatment is ICovariateAdjusted)
        {
            // The control's outcome stands in both parts of the relative difference and its covariate only above it. Of ratios the
            // difference itself is adjusted, of means the treatment's mean is not: each as gbstats has it, which differs by less than the
            // error of either.
            var mean = control.UnadjustedMean;
            var ratio = control is AdjustedRatioStatistic ? 1 + ((treatment.Mean - control.Mean) / mean) : treatment.UnadjustedMean / mean;
            var controlVariance = (adjusted.OutcomeVariance * ratio * ratio) - (2 * adjusted.Theta * adjusted.Covariance * ratio)
                + (adjusted.Theta * adjusted.Theta * adjusted.CovariateVariance);
            return ((treatment.Variance / treatment.Count) + (controlVariance / control.Count)) / (mean * mean);
        }

        return DeltaMethod.VarianceOfRatio(
            treatment.UnadjustedMean, treatment.Variance / treatment.Count, control.UnadjustedMean, control.Variance / control.Count, 0);
    }

    private static double WelchDegreesOfFreedom(SampleStatistic control, SampleStatistic treatment)
    {
        var a = control.Variance / control.Count;
        var b = treatment.Variance / treatment.Count;
        // As shares of their sum, whose squares cannot overflow.
        var share = a / (a + b);
        return 1 / ((share * share / (control.Count - 1)) + ((1 - share) * (1 - share) / (treatment.Count - 1)));
    }

    private static string? TooFew(SampleStatistic statistic, string arm) => statistic.Count switch
    {
        0 => $"The {arm} arm has no units; at least 2 are needed.",
        1 => $"The {arm} arm has 1 unit; at least 2 are needed.",
        _ => null,
    };

    private static string? NoVariance(SampleStatistic statistic, string arm) =>
        statistic.Variance > 0 ? null : $"All units of the {arm} arm have the same value (zero variance), so no interval can be computed.";
}
