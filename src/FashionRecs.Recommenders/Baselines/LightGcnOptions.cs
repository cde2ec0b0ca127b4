namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="LightGcn"/>.</summary>
public sealed class LightGcnOptions
{
    /// <summary>Numbers per customer and product; default 64, at least 1.</summary>
    public int Factors { get; init; } = 64;

    /// <summary>Steps from neighbour to neighbour; default 3, at least 0 (0 is plain factors).</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Passes over the purchases; default 40, at least 1.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Pairs per step; default 16,384, at least 1.</summary>
    public int Batch { get; init; } = 16_384;

    /// <summary>Step size of Adam; default 0.01, more than 0.</summary>
    public float Rate { get; init; } = 0.01f;

    /// <summary>Decoupled weight decay per unit of step size; default 0.01, at least 0.</summary>
    public float Penalty { get; init; } = 0.01f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
