using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations;

/// <summary>When a share of the score is good enough to be said aloud.</summary>
public sealed class ExplanationOptions
{
    /// <summary>Least probability of a value that is given as a reason, in [0, 1]. Default 0.6.</summary>
    public float LeastProbability { get; set; } = 0.6f;

    /// <summary>
    /// By how much the value must be likelier than every other visible value of its attribute, in [0, 1]. Default 0.05: of two values that are nearly as likely the
    /// network does not know which it sees. On validation photographs 85.8 % of the reasons that are left name the labelled value in place of 84.1 %, for 5 % fewer reasons.
    /// </summary>
    public float LeastMargin { get; set; } = 0.05f;

    /// <summary>Least chance that the picture shows the attribute at all, in [0, 1]. Default 0.5.</summary>
    public float LeastVisible { get; set; } = Visibility.Shown;

    /// <summary>
    /// Least share of the evidence that must lie in the region, in [0, 1]. Default 0.15: boxes of collars and high necks are 3 % of the picture and hold the
    /// middle of a spot that fades around them, on the median 31 % of the evidence.
    /// </summary>
    public float LeastBoxShare { get; set; } = 0.15f;

    /// <summary>A further reason is named beside the first when its share is at least this part of the first's, in [0, 1]. Default 0.6.</summary>
    public float SecondReasonFrom { get; set; } = 0.6f;

    /// <summary>Most reasons in one sentence, at least 1. Default 2.</summary>
    public int MostReasons { get; set; } = 2;
}
