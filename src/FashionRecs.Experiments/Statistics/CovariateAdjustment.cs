namespace FashionRecs.Experiments.Statistics;

/// <summary>Gives arms that are to be adjusted the slope that they have in common.</summary>
internal static class CovariateAdjustment
{
    /// <summary>The arms with one slope; those that are not all of one adjusted kind stay as they are.</summary>
    public static IReadOnlyList<SampleStatistic> WithCommonTheta(IReadOnlyList<SampleStatistic> arms) =>
        AdjustedRatioStatistic.WithCommonTheta(AdjustedStatistic.WithCommonTheta(arms));
}
