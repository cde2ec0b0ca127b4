using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;

namespace FashionRecs.Web.Api.Products;

/// <summary>Searches the catalog by words and filters, as its page does.</summary>
internal static class SearchEndpoint
{
    private static readonly Dictionary<string, CatalogOrder> Orders = new(StringComparer.Ordinal)
    {
        ["forYou"] = CatalogOrder.ForYou, ["priceUp"] = CatalogOrder.PriceUp, ["priceDown"] = CatalogOrder.PriceDown,
        ["name"] = CatalogOrder.Name,
    };

    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", SearchAsync).ForShoppers(ApiScopes.Recommend)
        .WithSummary("Products by words and filters, with counts").WithTags("products").WithName("search").Produces<SearchAnswer>();

    private static async Task<IResult> SearchAsync(
        [AsParameters] CatalogFilter filter, [Description("forYou, priceUp, priceDown or name.")] string? order,
        [Description("The shopper; needed for the order forYou.")] string? shopper,
        [Description("Where the page begins, as the page before said it.")] string? cursor,
        [Description("Products at most, 1 to 100.")] int? count,
        HttpContext context, ShopService shop, AttributeVocabulary vocabulary)
    {
        var caller = ApiCaller.Of(context);
        var id = caller.Key.Kind == ApiKeyKind.Server && shopper is null ? Guid.Empty : caller.Shopper(shopper);
        var (most, start) = (ApiPages.Count(count), ApiPages.Start(cursor));
        var wanted = Orders.TryGetValue(order ?? (shopper is null ? "name" : "forYou"), out var known)
            ? known : throw ApiRefusedException.Bad($"An order is one of {string.Join(", ", Orders.Keys)}.");
        var page = (await shop.OpenAsync(id, context.RequestAborted)).Browse(filter.ToQuery(vocabulary) with
        {
            Order = wanted, Skip = start, Take = most,
        });
        var found = ApiPages.Of(page.Items.Select(item => ProductAnswer.Of(item.Product)), start, most, page.Total);
        return Results.Ok(new SearchAnswer(
            found.Items, page.Total, found.Next, page.Values.Where(pair => pair.Value > 0).ToDictionary(pair => pair.Key.FullCode(),
                pair => pair.Value), Counts(page.Types), Counts(page.Colours), page.LeftOut));
    }

    private static Dictionary<string, int> Counts(IReadOnlyList<KeyValuePair<string, int>> counts) =>
        counts.ToDictionary(pair => pair.Key, pair => pair.Value);
}

/// <summary>What was found.</summary>
/// <param name="Items">The products of this page.</param>
/// <param name="Total">Products that match.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Values">Per value, how many products would match if it were chosen.</param>
/// <param name="Types">The same per type.</param>
/// <param name="Colours">The same per colour.</param>
/// <param name="LeftOut">What was asked and left out, because nothing has all of it.</param>
internal sealed record SearchAnswer(
    IReadOnlyList<ProductAnswer> Items, int Total, string? Next, IReadOnlyDictionary<string, int> Values,
    IReadOnlyDictionary<string, int> Types, IReadOnlyDictionary<string, int> Colours,
    IReadOnlyList<string> LeftOut);
