namespace FashionRecs.Experiments.Statistics;

/// <summary>Which way a metric gets better.</summary>
public enum MetricDirection
{
    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better, as of hidden products or seconds to decide.</summary>
    LowerIsBetter,

    /// <summary>
    /// Neither way is better, as of a signed error whose aim is zero: a difference is said, and nothing is won or lost by it.
    /// </summary>
    Neither,
}
