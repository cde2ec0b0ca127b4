namespace FashionRecs.Web.Shop;

/// <summary>How the shop presents itself.</summary>
public sealed class ShopOptions
{
    /// <summary>The currency of all prices: a sign such as $, or a code such as CHF; empty for bare numbers. Default €.</summary>
    public string Currency { get; set; } = "€";

    /// <summary>
    /// Where visitors reach the shop, such as <c>https://shop.example</c>, for links that leave it: the map for search engines, what
    /// messengers show. Default empty: as each request came.
    /// </summary>
    public string Address { get; set; } = "";
}
