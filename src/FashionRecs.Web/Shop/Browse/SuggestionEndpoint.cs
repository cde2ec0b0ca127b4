using FashionRecs.Application.Shop;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>
/// Completes what is being written in a field for words. The same for everybody, so that a browser may keep it for a while.
/// </summary>
public static class SuggestionEndpoint
{
    private const int Most = 8;

    public static void MapSuggestions(this IEndpointRouteBuilder routes) => routes.MapGet("/catalog/suggestions", GetAsync);

    private static async Task<IResult> GetAsync(string? q, HttpContext context, ShopService shop, ShopLanguages languages,
         CancellationToken cancellation)
    {
        var found = await shop.SuggestAsync(CatalogAddress.Shortened((q ?? "").TrimStart()),
            languages.Of(context.Request).Code, Most, cancellation);
        context.Response.Headers.CacheControl = "private, max-age=60";
        return Results.Json(found.Select(suggestion =>
            new ShownSuggestion(suggestion.Words, suggestion.Count,
            PictureAddress.Of(suggestion.Example.Picture, PictureAddress.Widths[0]))));
    }

    /// <summary>A suggestion as js/search.js shows it.</summary>
    private sealed record ShownSuggestion(string Words, int Count, string Picture);
}
