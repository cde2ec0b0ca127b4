namespace FashionRecs.Web.Shop.Browse;

/// <summary>Order of the catalog.</summary>
public enum CatalogSort
{
    /// <summary>Highest score for the shopper first.</summary>
    ForYou,

    /// <summary>Cheapest first; without a price last.</summary>
    Price,

    /// <summary>Dearest first; without a price last.</summary>
    PriceDown,

    /// <summary>By name.</summary>
    Name,
}
