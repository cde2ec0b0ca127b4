namespace FashionRecs.Application.Shop;

/// <summary>Order of a catalog page.</summary>
public enum CatalogOrder
{
    /// <summary>What answers the words best, and among equals the shopper's own score, highest first.</summary>
    ForYou,

    /// <summary>Cheapest first; products without a price last.</summary>
    PriceUp,

    /// <summary>Dearest first; products without a price last.</summary>
    PriceDown,

    /// <summary>By name.</summary>
    Name,
}
