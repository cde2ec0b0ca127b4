using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Lists;

namespace FashionRecs.Web.Api.Shoppers;

/// <summary>What is believed of a shopper, and what they say about it.</summary>
internal static class ShoppersEndpoint
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapShoppers(this IEndpointRouteBuilder api)
    {
        var shoppers = api.MapGroup("/shoppers/{shopper}").WithTags("shoppers");
        shoppers.MapGet("", GetAsync).ForShoppers(ApiScopes.Shoppers).WithSummary("What is believed of a shopper").WithName("shopper")
            .Produces<ShopperAnswer>();
        shoppers.MapPut("/beliefs/{code}", EditAsync).ForShoppers(ApiScopes.Shoppers)
            .WithSummary("Set how much a shopper cares for a value; pinned it stays, else it goes on learning").WithName("editBelief")
            .Produces<ShopperAnswer>();
        shoppers.MapDelete("/beliefs/{code}", ForgetAsync).ForShoppers(ApiScopes.Shoppers)
            .WithSummary("Forget what was learned about a value").WithName("forgetBelief").Produces<ShopperAnswer>();
        shoppers.MapPut("/ranking", SwitchAsync).ForShoppers(ApiScopes.Shoppers)
            .WithSummary("Show the same as everybody gets, or picks of their own again").WithName("setRanking").Produces<ShopperAnswer>();
        shoppers.MapGet("/export", ExportAsync).ForShoppers(ApiScopes.Shoppers)
            .WithSummary("Everything that is stored about a shopper").WithName("exportShopper").Produces<ShopperExport>();
        shoppers.MapDelete("", DeleteAsync).ForShoppers(ApiScopes.Shoppers)
            .WithSummary("Really remove everything that is stored about a shopper").WithName("deleteShopper")
            .Produces(StatusCodes.Status204NoContent);
        shoppers.MapPost("/merge", MergeAsync).ForServers(ApiScopes.Shoppers)
            .WithSummary("Give what a shopper did to another one, as after signing in").WithName("mergeShopper")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync([Description("The shopper.")] string shopper, HttpContext context, ShopService shop) =>
        await AnswerAsync(ApiCaller.Of(context).Shopper(shopper), shop, context.RequestAborted);

    private static Task<IResult> EditAsync(
        [Description("The shopper.")] string shopper, [Description("The value or family, such as neckline_design:V Neckline.")] string code,
        BeliefMessage belief,
        HttpContext context, ShopService shop, ShopperActivity activity) =>
        ActAsync(context, shopper, shop, activity, whose => belief.Pinned || !double.IsFinite(belief.Weight)
            ? [new(Guid.NewGuid(), whose, PreferenceSignal.Pin, Value: code, Weight: belief.Weight)]
            : [new(Guid.NewGuid(), whose, PreferenceSignal.Unpin, Value: code),
                new(Guid.NewGuid(), whose, PreferenceSignal.Edit, Value: code, Weight: belief.Weight)]);

    private static Task<IResult> ForgetAsync(
        [Description("The shopper.")] string shopper, [Description("The value or family.")] string code, HttpContext context,
        ShopService shop, ShopperActivity activity) =>
        ActAsync(context, shopper, shop, activity, whose => [new(Guid.NewGuid(), whose, PreferenceSignal.Forget, Value: code)]);

    private static Task<IResult> SwitchAsync([Description("The shopper.")] string shopper, RankingMessage ranking, HttpContext context,
        ShopService shop, ShopperActivity activity) =>
        ActAsync(context, shopper, shop, activity, whose => [new(Guid.NewGuid(), whose,
            ranking.SameForEverybody ? PreferenceSignal.Everybody : PreferenceSignal.Personal)]);

    private static async Task<IResult> ExportAsync([Description("The shopper.")] string shopper, HttpContext context, ShopService shop,
        SecurityLog log)
    {
        var export = await shop.ExportAsync(ApiCaller.Of(context).Shopper(shopper), context.RequestAborted);
        log.DataExported(export.Shopper);
        return Results.Stream(stream => JsonSerializer.SerializeAsync(stream, export, Readable, context.RequestAborted),
            "application/json");
    }

    private static async Task<IResult> DeleteAsync(
        [Description("The shopper.")] string shopper, HttpContext context, ShopService shop, ShopperActivity activity, OpenLists lists,
        SecurityLog log)
    {
        var whose = ApiCaller.Of(context).Shopper(shopper);
        if (await shop.DeleteAsync(whose, context.RequestAborted))
        {
            log.DataDeleted(whose);
        }

        lists.Forget(whose);
        await activity.TellAsync(whose);
        return Results.NoContent();
    }

    private static async Task<IResult> MergeAsync([Description("The shopper.")] string shopper, MergeMessage merge, HttpContext context,
        ShopService shop, ShopperActivity activity)
    {
        var caller = ApiCaller.Of(context);
        var (from, into) = (caller.Shopper(shopper), caller.Shopper(merge.Into));
        if (from == into)
        {
            throw ApiRefusedException.Bad("They are the same shopper.");
        }

        await shop.MergeAsync(from, into, context.RequestAborted);
        await activity.TellAsync(into);
        return Results.NoContent();
    }

    private static async Task<IResult> ActAsync(HttpContext context, string shopper, ShopService shop, ShopperActivity activity,
        Func<Guid, ShopperEvent[]> acts)
    {
        var whose = ApiCaller.Of(context).Shopper(shopper);
        var limits = context.RequestServices.GetRequiredService<LimitOptions>();
        if (limits.IsFull((await shop.ShopperAsync(whose, context.RequestAborted)).History.Revision))
        {
            throw ApiRefusedException.Bad("The shop keeps no more about this shopper; delete what it has to begin anew.");
        }

        await shop.RecordAsync(acts(whose), context.RequestAborted);
        await activity.TellAsync(whose);
        return await AnswerAsync(whose, shop, context.RequestAborted);
    }

    private static async Task<IResult> AnswerAsync(Guid whose, ShopService shop, CancellationToken cancellation)
    {
        var opened = await shop.OpenAsync(whose, cancellation);
        var profile = opened.Shopper;
        return Results.Ok(new ShopperAnswer(
            whose, profile.History.Events.Count, profile.SameForEverybody,
            [.. opened.Learned().Select(learned => new BeliefAnswer(
                learned.FullCode, learned.Phrase, Math.Round(learned.Weight, 4), Math.Round(learned.Deviation, 4),
                Math.Round(learned.Certainty, 4), learned.Pinned, learned.Events.Count))],
            [.. profile.Liked.Order(StringComparer.Ordinal)], [.. profile.Bag.Order(StringComparer.Ordinal)],
            [.. profile.Disliked.Order(StringComparer.Ordinal)],
            [.. profile.Hidden.Order(StringComparer.Ordinal)]));
    }
}
