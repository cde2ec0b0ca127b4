namespace FashionRecs.Recommenders.Manipulation;

/// <summary>Settings of <see cref="RepresentationSwap"/>.</summary>
public sealed record RepresentationSwapOptions
{
    /// <summary>
    /// What is added to the variance within a value, as a multiple of the mean variance of a feature; above 0. More of it looks less at
    /// which features tell values apart and more at where their means lie.
    /// </summary>
    public double Ridge { get; init; } = 1;

    /// <summary>What the asked attribute's distance weighs beside another attribute's; above 0.</summary>
    public double Asked { get; init; } = 4;
}
