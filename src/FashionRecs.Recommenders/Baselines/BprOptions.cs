namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="BprFactorization"/>.</summary>
public sealed class BprOptions
{
    /// <summary>Numbers per customer and product; default 128, at least 1: 32 reached a third less in the first twenty.</summary>
    public int Factors { get; init; } = 128;

    /// <summary>
    /// Passes over the purchases; default 100, at least 1: a customer has three purchases, so that thirty passes leave their numbers near
    /// the start.
    /// </summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Step size; default 0.1, more than 0.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>L2 penalty; default 0.02, at least 0. Few purchases per customer want a strong one.</summary>
    public float Penalty { get; init; } = 0.02f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
