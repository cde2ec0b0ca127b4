namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Something that keeps an experiment from being started.</summary>
/// <param name="Part">The part of the design in which it can be mended.</param>
/// <param name="Text">What it is, as a sentence.</param>
public sealed record DesignProblem(DesignPart Part, string Text)
{
    /// <summary>Whether another experiment is the cause, so that it may pass by itself.</summary>
    public bool IsOfOthers { get; init; }
}
