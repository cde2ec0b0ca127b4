namespace FashionRecs.Experiments.Simulation;

/// <summary>
/// Shoppers who look at the first places of a list and like a product with a chance that falls with the place and rises with how relevant
/// it is to them; the second ranking sorts by relevance with less noise than the first.
/// </summary>
public sealed record InterleavingPlan
{
    /// <summary>Number of experiments of each kind, 1 or more. Default 200.</summary>
    public int Experiments { get; init; } = 200;

    /// <summary>Products that are ranked, 2 or more. Default 40.</summary>
    public int Products { get; init; } = 40;

    /// <summary>Places that are shown. Default 8.</summary>
    public int Places { get; init; } = 8;

    /// <summary>Noise of the control's ranking: standard deviation beside a relevance of standard deviation 1. Default 1.</summary>
    public double NoiseOfA { get; init; } = 1;

    /// <summary>Noise of the treatment's ranking. Default 0.8.</summary>
    public double NoiseOfB { get; init; } = 0.8;

    /// <summary>Log-odds of liking a product of average relevance at the first place. Default −2.5.</summary>
    public double Base { get; init; } = -2.5;

    /// <summary>Standard deviation between shoppers of how readily they like anything, in log-odds. Default 1.5: few do most.</summary>
    public double Readiness { get; init; } = 1.5;

    /// <summary>Alpha, two-sided. Default 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The power that both kinds of experiment are sized for. Default 0.8.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>The same seed gives the same experiments. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
