namespace FashionRecs.Training.Audit;

/// <summary>How explanations are audited.</summary>
public sealed record AuditOptions
{
    /// <summary>Shoppers per value or family, at least 1. Default 20.</summary>
    public int Shoppers { get; init; } = 20;

    /// <summary>Products with the value that a shopper likes, at least 1. Default 5.</summary>
    public int Likes { get; init; } = 5;

    /// <summary>Other products that a shopper likes, for reasons that have nothing to do with the value. Default 1.</summary>
    public int StrayLikes { get; init; } = 1;

    /// <summary>Products that a shopper opens out of curiosity. Default 2.</summary>
    public int Views { get; init; } = 2;

    /// <summary>Products without the value that a shopper is shown and passes over, at least 0. Default 16.</summary>
    public int Skipped { get; init; } = 16;

    /// <summary>Cards that are read, from 8. Default 24: the first page.</summary>
    public int Page { get; init; } = 24;

    /// <summary>Photographs from which a value or family is audited. Default 20.</summary>
    public int LeastPhotographs { get; init; } = 20;

    /// <summary>Seed of all that is random.</summary>
    public int Seed { get; init; } = 1;
}
