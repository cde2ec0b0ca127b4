using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Shop.Lists;

/// <summary>
/// Pages of one order, as it was when somebody began to walk through it. What all shoppers teach the shop, and products that come and go,
/// would else put one product on two pages, and another on none.
/// </summary>
public static class OrderWalk
{
    /// <summary>A page of an order: products with their positions, without those that have left the shop.</summary>
    /// <param name="order">Ids of the products, in order.</param>
    /// <param name="skip">Products before the page, at least 0.</param>
    /// <param name="length">Products of the page, at least 0.</param>
    /// <param name="tryFind">A product, or null where the shop does not have it any more.</param>
    /// <param name="beyond">The page as it is now, for what the order does not hold.</param>
    public static IReadOnlyList<(CatalogItem Item, int Position)> Page(IReadOnlyList<string> order, int skip, int length,
        Func<string, CatalogItem?> tryFind, Func<IReadOnlyList<CatalogItem>> beyond)
    {
        var page = order.Skip(skip).Take(length).Select((id, place) => (Item: tryFind(id), Position: skip + place))
            .Where(entry => entry.Item is not null).Select(entry => (entry.Item!, entry.Position)).ToList();
        var first = Math.Max(skip, order.Count);
        if (first < skip + length)
        {
            var known = order.ToHashSet(StringComparer.Ordinal);
            page.AddRange(beyond().Where(item => !known.Contains(item.Product.Id)).Take(skip + length - first)
                .Select((item, place) => (item, first + place)));
        }

        return page;
    }
}
