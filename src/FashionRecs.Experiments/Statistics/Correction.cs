namespace FashionRecs.Experiments.Statistics;

/// <summary>How questions that are asked together are corrected for being several.</summary>
public enum Correction
{
    /// <summary>Holm's p-values, and Bonferroni's intervals, which hold all at once with a chance of 1 − alpha.</summary>
    Holm,

    /// <summary>
    /// Benjamini and Hochberg's p-values, and intervals of which at most a share alpha misses on the mean among those that are called sure
    /// (Benjamini and Yekutieli, "False Discovery Rate–Adjusted Multiple Confidence Intervals", JASA 2005).
    /// </summary>
    BenjaminiHochberg,
}
