using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Statistics;

/// <summary>A share k of n with Wilson's score interval (Wilson, "Probable inference", JASA 1927), which stays within 0 and 1.</summary>
/// <param name="Share">k / n.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ShareInterval(double Share, double Low, double High)
{
    /// <summary>The interval of <paramref name="hits"/> among <paramref name="count"/>; all of 0 to 1 when nothing was counted.</summary>
    public static ShareInterval Of(long hits, long count, double alpha = 0.05)
    {
        if (count == 0)
        {
            return new ShareInterval(double.NaN, 0, 1);
        }

        var z = Normal.InvCDF(0, 1, 1 - (alpha / 2));
        var share = (double)hits / count;
        var scale = 1 + (z * z / count);
        var centre = (share + (z * z / (2 * count))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / count) + (z * z / (4.0 * count * count)));
        return new ShareInterval(share, hits == 0 ? 0 : centre - half, hits == count ? 1 : centre + half);
    }
}
