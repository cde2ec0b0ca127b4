namespace FashionRecs.Core.Recommenders;

/// <summary>Settings of <see cref="BprFactorization"/>.</summary>
public sealed class BprOptions
{
    /// <summary>Numbers per customer and product; default 32, at least 1.</summary>
    public int Factors { get; init; } = 32;

    /// <summary>Passes over the purchases; default 30, at least 1.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Step size; default 0.05, more than 0.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>L2 penalty; default 0.01, at least 0. Few purchases per customer want a strong one.</summary>
    public float Penalty { get; init; } = 0.01f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
