namespace FashionRecs.Recommenders.Embedding;

/// <summary>Settings of <see cref="JointEmbeddingFit"/>.</summary>
public sealed record JointEmbeddingOptions
{
    /// <summary>Numbers of a place; at least 1. Default 64.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Least different texts with a term, at least 1. Default 25.</summary>
    public int LeastTexts { get; init; } = 25;

    /// <summary>Terms at most, the commonest; at least 1. The factorization costs their third power. Default 1000.</summary>
    public int MostTerms { get; init; } = 1000;

    /// <summary>
    /// What is added to the variance of every feature, as a multiple of their mean variance; above 0. More of it trusts few products less.
    /// Default 0.1.
    /// </summary>
    public double Ridge { get; init; } = 0.1;
}
