namespace FashionRecs.Training.Discovery;

/// <summary>Which words are tried.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>Least products with a word to fit its head on, at least 2. Default 40.</summary>
    public int LeastFitted { get; init; } = 40;

    /// <summary>Least held-out products with it, at least 2. Default 20.</summary>
    public int LeastHeldOut { get; init; } = 20;

    /// <summary>Units that are named per word. Default 5.</summary>
    public int Units { get; init; } = 5;

    /// <summary>Share of the covariance on its diagonal, in (0, 1]. Default 0.05.</summary>
    public double Shrinkage { get; init; } = 0.05;

    /// <summary>Of the control by lot. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
