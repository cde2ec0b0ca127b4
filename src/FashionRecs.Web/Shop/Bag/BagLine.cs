using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Shop.Bag;

/// <summary>A product in a bag, as often as it is wanted.</summary>
/// <param name="Item">The product, perhaps not sold any more.</param>
/// <param name="Quantity">How many, from 1 to <see cref="ShopperProfile.MostOfOne"/>.</param>
public sealed record BagLine(CatalogItem Item, int Quantity)
{
    /// <summary>What it costs altogether; null where the price is not known or it is not sold.</summary>
    public decimal? Total => Item.IsWithdrawn ? null : Item.Product.Price * Quantity;

    /// <summary>What lies in a shopper's bag, by name, so that a changed quantity moves nothing.</summary>
    public static IReadOnlyList<BagLine> Of(CatalogSnapshot catalog, ShopperProfile shopper) =>
        [.. shopper.Bag.Select(catalog.TryFindAny).OfType<CatalogItem>()
            .OrderBy(item => item.Product.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Product.Id, StringComparer.Ordinal)
            .Select(item => new BagLine(item, shopper.Quantity(item.Product.Id)))];
}
