namespace FashionRecs.Web.Shop;

/// <summary>How the shop presents itself.</summary>
public sealed class ShopOptions
{
    /// <summary>The currency of all prices: a sign such as $, or a code such as CHF; empty for bare numbers. Default €.</summary>
    public string Currency { get; set; } = "€";
}
