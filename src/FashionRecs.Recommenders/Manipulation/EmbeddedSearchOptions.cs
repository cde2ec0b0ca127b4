namespace FashionRecs.Recommenders.Manipulation;

/// <summary>Settings of <see cref="EmbeddedSearch"/>.</summary>
public sealed record EmbeddedSearchOptions
{
    /// <summary>What the asked words weigh beside the picture's place; above 0. Default 1.</summary>
    public float Asked { get; init; } = 1;

    /// <summary>How much of that is taken away of the words they replace; 0 to 1. Default 1.</summary>
    public float Replaced { get; init; } = 1;
}
