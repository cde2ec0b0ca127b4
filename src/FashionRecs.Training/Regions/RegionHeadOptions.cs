namespace FashionRecs.Training.Regions;

/// <summary>Settings of <see cref="RegionHeadTraining"/>, with the reason of each.</summary>
public sealed class RegionHeadOptions
{
    /// <summary>Channels inside the head; default 32, a multiple of 16.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Pictures per step; default 32, at least 1.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Passes over the examples; default 10, at least 1.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Greatest step size of Adam, which falls to 0 along a cosine; default 0.004, more than 0.</summary>
    public double Rate { get; init; } = 0.004;

    /// <summary>Decoupled weight decay per unit of step size; default 0.01, at least 0.</summary>
    public double Decay { get; init; } = 0.01;

    /// <summary>How often a photograph is read: once as a shop reads it and otherwise placed at random; default 2, at least 1.</summary>
    public int Placements { get; init; } = 2;

    /// <summary>Seed of starting values, order and placements; default 1.</summary>
    public int Seed { get; init; } = 1;
}
