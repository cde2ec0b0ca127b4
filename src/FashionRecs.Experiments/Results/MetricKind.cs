namespace FashionRecs.Experiments.Results;

/// <summary>What a metric counts per unit.</summary>
public enum MetricKind
{
    /// <summary>0 or 1 per unit: did it convert.</summary>
    Proportion,

    /// <summary>Any number per unit.</summary>
    Mean,

    /// <summary>A ratio of two sums over units, such as clicks per impression.</summary>
    Ratio,
}
