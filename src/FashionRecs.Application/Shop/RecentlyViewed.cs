using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>What a shopper opened lately, read off what is kept of them anyway.</summary>
public static class RecentlyViewed
{
    /// <summary>Products that are sold, each once, the latest first; without those that they do not want to see again.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="shopper">Who.</param>
    /// <param name="except">The product whose page it is for, or null.</param>
    /// <param name="count">How many at most.</param>
    public static IEnumerable<CatalogItem> Of(CatalogSnapshot catalog, ShopperProfile shopper, string? except, int count) =>
        shopper.History.Events.Select(entry => entry.Event).Where(seen => seen.Signal == PreferenceSignal.View).Reverse()
            .Select(seen => seen.ProductId).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(product => product != except && !shopper.TurnedDown(product))
            .Select(catalog.TryFind).OfType<CatalogItem>().Take(count);
}
