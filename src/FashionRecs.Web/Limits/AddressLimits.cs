using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Shop.Browse;

namespace FashionRecs.Web.Limits;

/// <summary>
/// Refuses addresses that no page of the shop makes. A page repeats what it was asked for in each of its links, so that an address with
/// hundreds of filters would be answered with megabytes. Whoever asks the catalog for too much is shown what the beginning of it finds.
/// </summary>
public static class AddressLimits
{
    /// <summary>Longest query, in characters; the longest that a page makes of 20 filters is about 800.</summary>
    public const int LongestQuery = 2_048;

    /// <summary>Most parts of a query.</summary>
    public const int MostParts = 60;

    public static void UseAddressLimits(this WebApplication app) => app.Use((context, next) =>
    {
        var query = context.Request.QueryString.Value ?? "";
        // A circuit's address carries the connection's token.
        if (query.Length > LongestQuery || query.AsSpan().Count('&') >= MostParts)
        {
            if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Equals("/catalog", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Redirect(Shortened(context));
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            }

            return Task.CompletedTask;
        }

        return next(context);
    });

    private static string Shortened(HttpContext context)
    {
        var vocabulary = context.RequestServices.GetRequiredService<AttributeVocabulary>();
        var query = CatalogAddress.Read(new Uri($"http://shop/catalog{context.Request.QueryString}"), vocabulary);
        var address = CatalogAddress.Of(query);
        return address.Length > LongestQuery ? CatalogAddress.Of(new CatalogQuery { Words = query.Words }) : address;
    }
}
