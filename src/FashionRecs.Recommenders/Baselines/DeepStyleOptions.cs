namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="DeepStyle"/>.</summary>
public sealed class DeepStyleOptions
{
    /// <summary>Numbers per customer, product and category; default 64, at least 1.</summary>
    public int Factors { get; init; } = 64;

    /// <summary>Passes over the purchases; default 40, at least 1.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Step size; default 0.1, more than 0.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Step size of what many products share, the projection and the categories; default 0.0001, at least 0.</summary>
    public float SharedRate { get; init; } = 0.0001f;

    /// <summary>L2 penalty; default 0.02, at least 0.</summary>
    public float Penalty { get; init; } = 0.02f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
