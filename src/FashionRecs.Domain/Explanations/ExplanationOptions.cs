using System.ComponentModel.DataAnnotations;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations;

/// <summary>When a share of the score is good enough to be said aloud.</summary>
public sealed class ExplanationOptions
{
    /// <summary>Least chance that the shopper's liking has the sign it is named with, in [0.5, 1]. Default 0.8.</summary>
    [Range(0.5, 1.0)]
    public float LeastCertainty { get; set; } = 0.8f;

    /// <summary>
    /// How much of the shopper's own acts a liking must rest on to be named, in whole products that have the value; at least 0. Default
    /// 0.5: one product that was opened. A liking that only follows from how likings go together is never named.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double LeastEvidence { get; set; } = 0.5;

    /// <summary>
    /// Least share of the evidence that must lie in the region, in [0, 1]. Default 0.15: boxes of collars and high necks are 3 % of the
    /// picture and hold the middle of a spot that fades around them, on the median 31 % of the evidence.
    /// </summary>
    [Range(0.0, 1.0)]
    public float LeastBoxShare { get; set; } = 0.15f;

    /// <summary>
    /// A further reason is named beside the first when its share is at least this part of the first's, in [0, 1]. Default 0.6.
    /// </summary>
    [Range(0.0, 1.0)]
    public float SecondReasonFrom { get; set; } = 0.6f;

    /// <summary>Most values of the picture in one sentence, at least 1. Default 2.</summary>
    [Range(1, int.MaxValue)]
    public int MostReasons { get; set; } = 2;

    /// <summary>
    /// Most other evidence that a sentence names before the values, at least 0. Default 2; where more counts more than the picture, the
    /// values are not said.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int MostBeside { get; set; } = 2;
}
