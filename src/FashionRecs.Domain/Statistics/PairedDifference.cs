using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Statistics;

/// <summary>
/// How much a share has changed on the same cases, with the adjusted Wald interval for paired data (Bonett, Price, "Adjusted Wald
/// confidence interval for a difference of binomial proportions based on paired data", JEBS 2012). It never shrinks to a point, however
/// few cases there are.
/// </summary>
/// <param name="Difference">Share after minus share before, in [−1, 1]; NaN where nothing was counted.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct PairedDifference(double Difference, double Low, double High)
{
    /// <summary>The difference on <paramref name="count"/> cases.</summary>
    /// <param name="gained">Cases that are right after and were wrong before.</param>
    /// <param name="lost">Cases that are wrong after and were right before.</param>
    /// <param name="count">All cases.</param>
    public static PairedDifference Of(int gained, int lost, int count)
    {
        if (count == 0)
        {
            return new PairedDifference(double.NaN, -1, 1);
        }

        double up = (gained + 1.0) / (count + 2), down = (lost + 1.0) / (count + 2), middle = up - down;
        var half = Normal.InvCDF(0, 1, 0.975) * Math.Sqrt((up + down - (middle * middle)) / (count + 2));
        return new PairedDifference((double)(gained - lost) / count, Math.Max(-1, middle - half), Math.Min(1, middle + half));
    }
}
