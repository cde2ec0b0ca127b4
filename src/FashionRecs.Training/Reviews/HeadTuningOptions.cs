namespace FashionRecs.Training.Reviews;

/// <summary>How heads are tuned on reviewed tags.</summary>
public sealed record HeadTuningOptions
{
    /// <summary>Share in (0, 1) of the reviewed pictures that is kept for the comparison and never learned from. Default 0.2.</summary>
    public double HeldOut { get; init; } = 0.2;

    /// <summary>
    /// Reviews that an attribute needs before its head is touched, each after a look at it and those held out included. Default 30.
    /// </summary>
    public int LeastReviews { get; init; } = 30;

    /// <summary>Reviews that must be left to choose the penalty on; with fewer a head is not touched. Default 5.</summary>
    public int LeastChecked { get; init; } = 5;

    /// <summary>Steps of Adam over all pictures at once. Default 300.</summary>
    public int Steps { get; init; } = 300;

    /// <summary>Learning rate. Default 0.003.</summary>
    public double LearningRate { get; init; } = 0.003;

    /// <summary>
    /// Penalties on the squared distance from the present heads that are tried; leaving a head as it is competes with them.
    /// </summary>
    public IReadOnlyList<double> Anchors { get; init; } = [1e-3, 1e-2, 1e-1, 1];

    /// <summary>Of the division into parts. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
