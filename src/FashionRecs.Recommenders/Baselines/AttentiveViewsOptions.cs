namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="AttentiveViews"/>.</summary>
public sealed class AttentiveViewsOptions
{
    /// <summary>Numbers per customer, product and view; default 8, at least 1.</summary>
    public int Factors { get; init; } = 8;

    /// <summary>Passes over the purchases; default 30, at least 1.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Step size; default 0.1, more than 0.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>
    /// Step size of what all products or customers share, projections and attention; default 0.0001, at least 0: at 0.001 with twice the
    /// factors NDCG@20 was .0174 in place of .0288.
    /// </summary>
    public float SharedRate { get; init; } = 0.0001f;

    /// <summary>How strongly every view is held to order pairs by itself; default 0.1, at least 0.</summary>
    public float Agreement { get; init; } = 0.1f;

    /// <summary>L2 penalty of factors and biases; default 0.02, at least 0.</summary>
    public float Penalty { get; init; } = 0.02f;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
