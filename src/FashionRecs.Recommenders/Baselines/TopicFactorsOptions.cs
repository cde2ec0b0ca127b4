namespace FashionRecs.Recommenders.Baselines;

/// <summary>Settings of <see cref="TopicFactors"/>.</summary>
public sealed class TopicFactorsOptions
{
    /// <summary>Topics, and as many numbers per customer and product; default 64, at least 1.</summary>
    public int Topics { get; init; } = 64;

    /// <summary>Passes over purchases and texts; default 60, at least 1.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Step size; default 0.1, more than 0.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>L2 penalty of the factors; default 0.02, at least 0.</summary>
    public float Penalty { get; init; } = 0.02f;

    /// <summary>
    /// How much a product's text counts beside its purchases; default 10, at least 0: with 0 the factors are those of BPR.
    /// </summary>
    public float TextWeight { get; init; } = 10;

    /// <summary>Products that a word must occur in to count; default 5, at least 1.</summary>
    public int RarestWord { get; init; } = 5;

    /// <summary>Seed of starting values and drawn pairs; default 1.</summary>
    public int Seed { get; init; } = 1;
}
