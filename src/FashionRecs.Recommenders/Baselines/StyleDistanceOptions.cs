namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="StyleDistance"/>.</summary>
public sealed class StyleDistanceOptions
{
    /// <summary>Rank of the distance: numbers that a picture is reduced to; default 32, at least 1.</summary>
    public int Rank { get; init; } = 32;

    /// <summary>Passes over the pairs bought together; default 10, at least 1.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Step size, falling to a tenth; default 0.05, more than 0.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>
    /// Products of a basket that one product is paired with in a pass; default 5, at least 1: a large basket would drown all others.
    /// </summary>
    public int Partners { get; init; } = 5;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
