using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.GroupSequential;

/// <summary>
/// How much of a two-sided alpha may have been spent when a share of the information is in (Lan and DeMets, "Discrete Sequential Boundaries
/// for Clinical Trials", Biometrika 1983; power family: Kim and DeMets, Biometrika 1987).
/// </summary>
public enum AlphaSpending
{
    /// <summary>Little at first, nearly all at the end, like O'Brien and Fleming's bounds: 4 − 4 Φ(z / √t), z for alpha / 4.</summary>
    OBrienFleming,

    /// <summary>About as much at each look, like Pocock's bounds: alpha · ln(1 + (e − 1) t).</summary>
    Pocock,

    /// <summary>alpha · t², between the two.</summary>
    Quadratic,
}

/// <summary>Computes spending functions.</summary>
public static class AlphaSpendings
{
    /// <summary>Alpha that may have been spent.</summary>
    /// <param name="alpha">Two-sided, between 0 and 1.</param>
    /// <param name="information">Share of the planned information, above 0 and up to 1.</param>
    public static double Spent(this AlphaSpending spending, double alpha, double information) => spending switch
    {
        AlphaSpending.OBrienFleming => 4 * Normal.CDF(0, 1, Normal.InvCDF(0, 1, alpha / 4) / Math.Sqrt(information)),
        AlphaSpending.Pocock => alpha * Math.Log(1 + ((Math.E - 1) * information)),
        AlphaSpending.Quadratic => alpha * information * information,
    };
}
