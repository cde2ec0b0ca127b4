namespace FashionRecs.Training.Reviews.Ordering;

/// <summary>How orders of reviews are compared.</summary>
public sealed record ReviewOrderOptions
{
    /// <summary>
    /// Share in [0, 1) of product words that are wrong. Default 0.35: of 1,676 "V-neck" words 1,085 were true when looked at.
    /// </summary>
    public double WrongWords { get; init; } = 0.35;

    /// <summary>Share in (0, 1) of the photographs that gains are measured on and nobody reviews. Default 0.4.</summary>
    public double HeldOut { get; init; } = 0.4;

    /// <summary>Parts of all reviews, growing, after each of which the heads are learned again.</summary>
    public IReadOnlyList<double> Rounds { get; init; } = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1];

    /// <summary>Penalty on the squared distance from the starting heads. Default 0.01.</summary>
    public double Anchor { get; init; } = 0.01;

    /// <summary>How heads are fitted.</summary>
    public HeadTuningOptions Fit { get; init; } = new() { Steps = 100, LearningRate = 0.01 };
}
