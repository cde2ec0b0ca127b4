using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Interleaving;

/// <summary>How many shoppers the sign test of two interleaved rankings needs.</summary>
public static class InterleavingSize
{
    /// <summary>Shoppers, by the normal approximation of the sign test.</summary>
    /// <param name="preference">Share for one ranking among those who prefer one, 0 to 1 and not 0.5.</param>
    /// <param name="decided">Share of the shoppers who prefer one, above 0 and up to 1.</param>
    /// <param name="alpha">Two-sided, between 0 and 1.</param>
    /// <param name="power">Between alpha and 1.</param>
    public static long Shoppers(double preference, double decided, double alpha, double power)
    {
        var z = (Normal.InvCDF(0, 1, 1 - (alpha / 2)) * 0.5)
            + (Normal.InvCDF(0, 1, power) * Math.Sqrt(preference * (1 - preference)));
        return (long)Math.Ceiling(z * z / ((preference - 0.5) * (preference - 0.5)) / decided);
    }
}
