namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>How the reasons for a look are weighed against each other. Weights have no unit; only their ratios count.</summary>
public sealed record QueueOptions
{
    /// <summary>Somebody waits for the answer, so a conflict weighs most. Default 1.2.</summary>
    public double Conflict { get; init; } = 1.2;

    /// <summary>Default 1.</summary>
    public double LabelIssue { get; init; } = 1;

    /// <summary>Default 0.9.</summary>
    public double SecondAnnotation { get; init; } = 0.9;

    /// <summary>Default 0.8.</summary>
    public double Disagreement { get; init; } = 0.8;

    /// <summary>Default 0.8.</summary>
    public double Unsure { get; init; } = 0.8;

    /// <summary>Default 0.7.</summary>
    public double Uncertainty { get; init; } = 0.7;

    /// <summary>Picture and description differ; until somebody has looked, nothing is said of it. Default 0.9.</summary>
    public double Words { get; init; } = 0.9;

    /// <summary>Default 0.5: a wrong region misleads, but the value beside it may be right.</summary>
    public double Explanation { get; init; } = 0.5;

    /// <summary>The most-shown product counts 1 + this times. Default 1.</summary>
    public double Reach { get; init; } = 1;

    /// <summary>A region with less than this share of the evidence counts as an explanation failure. Default 0.2, a little above what a reason needs.</summary>
    public float LeastBoxShare { get; init; } = 0.2f;

    /// <summary>A region that covers more than this part of the picture points at nothing. Default 0.6.</summary>
    public double LargestRegion { get; init; } = 0.6;

    /// <summary>A region with less than this part of its pixels on the garment lies off it; a neckline is partly ground. Default 0.2.</summary>
    public double LeastOnGarment { get; init; } = 0.2;

    /// <summary>Uncertainty below this is not worth a word. Default 0.3.</summary>
    public double LeastUncertainty { get; init; } = 0.3;

    /// <summary>The weight of a kind of reason.</summary>
    public double WeightOf(ReviewReasonKind kind) => kind switch
    {
        ReviewReasonKind.Conflict => Conflict,
        ReviewReasonKind.SecondAnnotation => SecondAnnotation,
        ReviewReasonKind.LabelIssue => LabelIssue,
        ReviewReasonKind.Disagreement => Disagreement,
        ReviewReasonKind.Unsure => Unsure,
        ReviewReasonKind.Uncertainty => Uncertainty,
        ReviewReasonKind.Explanation => Explanation,
        ReviewReasonKind.Words => Words,
        _ => 0,
    };
}
