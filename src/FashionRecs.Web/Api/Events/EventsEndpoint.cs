using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Shop.Activity;

namespace FashionRecs.Web.Api.Events;

/// <summary>Takes what shoppers did.</summary>
internal static class EventsEndpoint
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapPost("/events", PostAsync).ForShoppers(ApiScopes.Events)
            .WithSummary("Tell one thing that a shopper did; once per id").WithTags("events").WithName("sendEvent")
            .Produces<EventsAnswer>();
        api.MapPost("/events/batch", PostBatchAsync).ForShoppers(ApiScopes.Events).Accepts<EventBatch>("application/json")
            .WithSummary("Tell many; those that are right count, and each of the others is named with its place").WithTags("events")
            .WithName("sendEvents").Produces<EventsAnswer>();
        api.MapDelete("/events/{id}", UndoAsync).ForShoppers(ApiScopes.Events)
            .WithSummary("Take back what a shopper did").WithTags("events").WithName("undoEvent").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(EventMessage message, HttpContext context, EventReader reader, ShopperActivity activity)
    {
        var read = reader.Read(message, ApiCaller.Of(context));
        if (await reader.KeepAsync([read], context.RequestAborted) is [var refused])
        {
            throw ApiRefusedException.Bad(refused.Detail);
        }

        await activity.TellAsync(read.Seen.Shopper);
        return Results.Ok(new EventsAnswer(1, []));
    }

    private static async Task<IResult> PostBatchAsync(HttpContext context, EventReader reader, ShopperActivity activity, ApiOptions options)
    {
        var caller = ApiCaller.Of(context);
        using var body = await JsonBatch.ReadAsync(context, "events", options.EventsPerBatch);
        var refused = new List<RefusedEvent>();
        var good = new List<ReadEvent>();
        foreach (var (index, row) in body.Rows.Index())
        {
            try
            {
                good.Add(reader.Read(row, caller, index));
            }
            catch (ApiRefusedException exception)
            {
                refused.Add(new RefusedEvent(index, exception.Message));
            }
        }

        foreach (var group in good.GroupBy(entry => entry.Seen.Shopper))
        {
            refused.AddRange(await reader.KeepAsync([.. group], context.RequestAborted));
            await activity.TellAsync(group.Key);
        }

        return Results.Ok(new EventsAnswer(body.Rows.Count - refused.Count, [.. refused.OrderBy(one => one.Index)]));
    }

    private static async Task<IResult> UndoAsync(
        [Description("The event.")] Guid id, [Description("The shopper.")] string? shopper, HttpContext context, ShopService shop,
        ShopperActivity activity)
    {
        var whose = ApiCaller.Of(context).Shopper(shopper);
        var before = await shop.ShopperAsync(whose, context.RequestAborted);
        if (before.History.Events.All(entry => entry.Event.Id != id))
        {
            throw ApiRefusedException.Missing("There is no such event of this shopper that stands.");
        }

        await shop.UndoAsync(whose, id, context.RequestAborted);
        await activity.TellAsync(whose);
        return Results.NoContent();
    }
}
