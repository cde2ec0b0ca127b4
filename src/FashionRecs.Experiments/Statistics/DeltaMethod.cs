namespace FashionRecs.Experiments.Statistics;

/// <summary>First-order variance of a ratio of two random numbers.</summary>
internal static class DeltaMethod
{
    /// <summary>Variance of M / D for means, variances and covariance of M and D; D's mean must not be 0.</summary>
    public static double VarianceOfRatio(double meanM, double varianceM, double meanD, double varianceD, double covariance) =>
        (varianceM / (meanD * meanD))
        + (varianceD * meanM * meanM / Math.Pow(meanD, 4))
        - (2 * covariance * meanM / Math.Pow(meanD, 3));
}
