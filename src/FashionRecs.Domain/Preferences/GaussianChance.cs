using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Preferences;

/// <summary>Chances under a standard Gaussian.</summary>
public static class GaussianChance
{
    /// <summary>Chance in [0, 1] of a number below <paramref name="deviations"/> standard deviations.</summary>
    public static double Below(double deviations) => Normal.CDF(0, 1, deviations);
}
