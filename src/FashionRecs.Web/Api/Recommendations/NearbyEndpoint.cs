using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Ranking;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Products;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>Products near another one, and near it but for one value.</summary>
internal static class NearbyEndpoint
{
    public static void MapNearby(this IEndpointRouteBuilder api)
    {
        api.MapGet("/similar/{product}", SimilarAsync).ForShoppers(ApiScopes.Recommend)
            .WithSummary("Products of the same kind that differ least from one").WithTags("recommendations").WithName("similar")
            .Produces<NearbyAnswer>();
        api.MapGet("/like-this-but", LikeThisButAsync).ForShoppers(ApiScopes.Recommend)
            .WithSummary("Products like one, but with another value").WithTags("recommendations").WithName("likeThisBut")
            .Produces<NearbyAnswer>();
    }

    private static async Task<IResult> SimilarAsync(
        [Description("The product.")] string product, [Description("The shopper; what they deny of products counts.")] string? shopper,
        [Description("Products at most, 1 to 100.")] int? count, HttpContext context, ShopService shop)
    {
        var opened = await OpenAsync(product, shopper, context, shop);
        return Results.Ok(new NearbyAnswer([.. opened.Similar(product, ApiPages.Count(count)).Select(near => Of(near, null))], []));
    }

    private static async Task<IResult> LikeThisButAsync(
        [Description("The product.")] string product,
        [Description("The wanted value, such as sleeve_length:Long Sleeves; without one only the values on offer are named.")] string? but,
        [Description("The shopper; what they deny of products counts.")] string? shopper,
        [Description("Products at most, 1 to 100.")] int? count,
        [Description("In place of a value, a length that should be a little longer or shorter, such as sleeve_length:longer.")]
        string? length,
        HttpContext context, ShopService shop, AttributeVocabulary vocabulary)
    {
        var most = ApiPages.Count(count);
        var opened = await OpenAsync(product, shopper, context, shop);
        var wanted = string.IsNullOrEmpty(but) ? null
            : vocabulary.TryFindByFullCode(but) is { IsInvisible: false } value
                ? value : throw ApiRefusedException.Bad("The shop knows no such value; ask without one for those on offer.");
        var change = string.IsNullOrEmpty(length) ? null : LengthChange.TryParse(vocabulary, length)
            ?? throw ApiRefusedException.Bad("Ask for a length and longer or shorter, such as sleeve_length:longer.");
        if (wanted is not null && change is not null)
        {
            throw ApiRefusedException.Bad("Ask for a value or for a change of length, not for both.");
        }

        var found = wanted is not null ? opened.LikeThisBut(product, wanted, most)
            : change is not null ? opened.LikeThisBut(product, change, most) : [];
        return Results.Ok(new NearbyAnswer([.. found.Select(near => Of(near, near.IsSure))],
            [.. opened.Offers(product).Select(offer => new OfferAnswer(offer.FullCode(), offer.Phrase))]));
    }

    private static async Task<ShopSnapshot> OpenAsync(string product, string? shopper, HttpContext context, ShopService shop)
    {
        var caller = ApiCaller.Of(context);
        // Whoever says no shopper asks as somebody of whom nothing is known.
        var id = caller.Key.Kind == ApiKeyKind.Server && shopper is null ? Guid.Empty : caller.ShopperOrNobody(shopper);
        var opened = await shop.OpenAsync(id, context.RequestAborted);
        return opened.Catalog.IndexOf(product) < 0 ? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct) : opened;
    }

    private static NearbyProductAnswer Of(NearbyItem near, bool? sure) =>
        new(ProductAnswer.Of(near.Item.Product), Math.Round(near.Distance, 6), sure);
}

/// <summary>Products near another one.</summary>
/// <param name="Products">Nearest first.</param>
/// <param name="Offers">Values that "like this, but with …" can offer.</param>
internal sealed record NearbyAnswer(IReadOnlyList<NearbyProductAnswer> Products, IReadOnlyList<OfferAnswer> Offers);

/// <summary>A product near another one.</summary>
/// <param name="Product">The product.</param>
/// <param name="Distance">How far, from 0; distances in answers to different questions cannot be compared.</param>
/// <param name="Sure">Whether it surely is what was wanted; where not, it may be. Null where nothing was wanted.</param>
internal sealed record NearbyProductAnswer(ProductAnswer Product, double Distance, bool? Sure);

/// <summary>A value on offer.</summary>
/// <param name="Code">The value.</param>
/// <param name="Phrase">In a shopper's words.</param>
internal sealed record OfferAnswer(string Code, string Phrase);
