namespace FashionRecs.Application.Shop;

/// <summary>How much of a catalog is held in memory beyond its columns.</summary>
public sealed record CatalogMemory
{
    /// <summary>Products up to which a catalog is held whole: 6 kB each with photographs. Default 20,000.</summary>
    public int WholeUpTo { get; init; } = 20_000;

    /// <summary>Of a larger one, how many products are kept that were asked for lately. Default 4,096.</summary>
    public int Recent { get; init; } = 4_096;

    /// <summary>
    /// Of what was kept of a larger one for the next start, how many products are compared with what is stored now: so many that changed
    /// last, and so many of all. Default 256.
    /// </summary>
    public int Compared { get; init; } = 256;
}
