using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>How the reasons for a look are weighed against each other. Weights have no unit; only their ratios count.</summary>
public sealed record QueueOptions
{
    /// <summary>
    /// Weight of a picture without a garment. Default 20, more than all others together: it keeps its product from shoppers until somebody
    /// has looked.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double NoGarment { get; init; } = 20;

    /// <summary>
    /// Weight of two people who differ. Default 1.2: somebody waits for the answer, so it weighs most of what people say.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double Conflict { get; init; } = 1.2;

    /// <summary>Weight of a reviewed tag that is probably wrong. Default 1.</summary>
    [Range(0.0, double.MaxValue)]
    public double LabelIssue { get; init; } = 1;

    /// <summary>Weight of a product that a second person is asked about. Default 0.9.</summary>
    [Range(0.0, double.MaxValue)]
    public double SecondAnnotation { get; init; } = 0.9;

    /// <summary>Weight of a network that is sure of another value than people gave. Default 0.8.</summary>
    [Range(0.0, double.MaxValue)]
    public double Disagreement { get; init; } = 0.8;

    /// <summary>Weight of a person who looked and was unsure. Default 0.8.</summary>
    [Range(0.0, double.MaxValue)]
    public double Unsure { get; init; } = 0.8;

    /// <summary>Weight of a network that wavers between values. Default 0.7.</summary>
    [Range(0.0, double.MaxValue)]
    public double Uncertainty { get; init; } = 0.7;

    /// <summary>
    /// Weight of words that say something else than the picture shows. Default 0.9: until somebody has looked, nothing is said of it.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double Words { get; init; } = 0.9;

    /// <summary>Weight of shoppers who say that it is not so. Default 1.1: the shop goes on saying it to all others.</summary>
    [Range(0.0, double.MaxValue)]
    public double Denial { get; init; } = 1.1;

    /// <summary>
    /// Weight of a region that explains badly. Default 0.5: a wrong region misleads, but the value beside it may be right.
    /// </summary>
    [Range(0.0, double.MaxValue)]
    public double Explanation { get; init; } = 0.5;

    /// <summary>How much more the most-shown product counts: 1 + this times. Default 1.</summary>
    [Range(0.0, double.MaxValue)]
    public double Reach { get; init; } = 1;

    /// <summary>
    /// A region with less than this share of the evidence counts as an explanation failure, in [0, 1]. Default 0.2, a little above what a
    /// reason needs.
    /// </summary>
    [Range(0.0, 1.0)]
    public float LeastBoxShare { get; init; } = 0.2f;

    /// <summary>A region that covers more than this part of the picture points at nothing. Default 0.6.</summary>
    [Range(0.0, 1.0)]
    public double LargestRegion { get; init; } = 0.6;

    /// <summary>
    /// A region with less than this part of its pixels on the garment lies off it; a neckline is partly ground. Default 0.2.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LeastOnGarment { get; init; } = 0.2;

    /// <summary>Uncertainty below this is not worth a word. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double LeastUncertainty { get; init; } = 0.3;

    /// <summary>How old the counts of how often products were shown may be. Default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Fresh { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The weight of a kind of reason.</summary>
    public double WeightOf(ReviewReasonKind kind) => kind switch
    {
        ReviewReasonKind.NoGarment => NoGarment,
        ReviewReasonKind.Conflict => Conflict,
        ReviewReasonKind.SecondAnnotation => SecondAnnotation,
        ReviewReasonKind.LabelIssue => LabelIssue,
        ReviewReasonKind.Disagreement => Disagreement,
        ReviewReasonKind.Unsure => Unsure,
        ReviewReasonKind.Uncertainty => Uncertainty,
        ReviewReasonKind.Explanation => Explanation,
        ReviewReasonKind.Words => Words,
        ReviewReasonKind.Denial => Denial,
        _ => 0,
    };
}
