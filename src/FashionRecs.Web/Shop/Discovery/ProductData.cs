using System.Text.Json;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Shop.Discovery;

/// <summary>A product as schema.org's <c>Product</c> and <c>Offer</c>, for programs that read pages (JSON-LD).</summary>
public static class ProductData
{
    /// <summary>
    /// The JSON. The usual encoder writes &lt; and &gt; as numbers, so that nothing of a product's text can end the script.
    /// </summary>
    /// <param name="product">The product.</param>
    /// <param name="address">Its page.</param>
    /// <param name="picture">Its picture.</param>
    /// <param name="currency">Code of the shop's currency; null where it has none, and then no offer is made.</param>
    public static string Of(Product product, string address, string picture, string? currency) => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org", ["@type"] = "Product", ["sku"] = product.Id, ["name"] = product.Name,
            ["description"] = product.Description.Length > 0 ? product.Description : null,
            ["category"] = product.Type.Length > 0 ? product.Type : null, ["color"] = product.Colour.Length > 0 ? product.Colour : null,
            ["pattern"] = product.Pattern.Length > 0 ? product.Pattern : null, ["image"] = picture, ["url"] = address,
            ["offers"] = product.Price is { } price && currency is not null
                ? new Dictionary<string, object?>
                {
                    ["@type"] = "Offer", ["price"] = price, ["priceCurrency"] = currency,
                    ["url"] = ProductLink.TryRead(product.Link)?.AbsoluteUri ?? address,
                    ["availability"] = Offered(product),
                }
                : null,
        }.Where(pair => pair.Value is not null).ToDictionary());

    /// <summary>A product of which nothing is known is offered as one that can be had: the shop lists it.</summary>
    private static string Offered(Product product) => "https://schema.org/" + product.Availability switch
    {
        Availability.OutOfStock => "OutOfStock",
        Availability.Preorder => "PreOrder",
        Availability.Backorder => "BackOrder",
        _ => "InStock",
    };
}
