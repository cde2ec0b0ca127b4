using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Webhooks;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Addresses that are told what happens.</summary>
internal static class WebhooksEndpoint
{
    private const string NoWebhook = "There is no such webhook.";
    private const int Shown = 100;

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("webhooks");
        webhooks.MapGet("", ListAsync).ForServers(ApiScopes.Webhooks).WithSummary("All webhooks").WithName("webhooks")
            .Produces<WebhooksAnswer>();
        webhooks.MapPost("", MakeAsync).ForServers(ApiScopes.Webhooks)
            .WithSummary("Have an address told what happens; what signs the messages is shown this once").WithName("makeWebhook")
            .Produces<MadeWebhookAnswer>(StatusCodes.Status201Created);
        webhooks.MapGet("/{id}", GetAsync).ForServers(ApiScopes.Webhooks).WithSummary("A webhook and what became of its latest messages")
            .WithName("webhook").Produces<WebhookMessagesAnswer>();
        webhooks.MapDelete("/{id}", DeleteAsync).ForServers(ApiScopes.Webhooks).WithSummary("Delete a webhook with its messages")
            .WithName("deleteWebhook").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IWebhookStore store) =>
        Results.Ok(new WebhooksAnswer([.. (await store.AllAsync(context.RequestAborted)).Select(WebhookAnswer.Of)]));

    private static async Task<IResult> MakeAsync(WebhookRequest request, HttpContext context, WebhookMaking making, CatalogWatch watch)
    {
        await watch.BeginAsync(context.RequestAborted);
        var (webhook, secret) = await making.MakeAsync($"api {ApiCaller.Of(context).Key.Id}", request.Address, request.Events,
            context.RequestAborted);
        return Results.Created($"{ApiRegistration.Path}/webhooks/{webhook.Id}",
            new MadeWebhookAnswer(WebhookAnswer.Of(webhook), secret));
    }

    private static async Task<IResult> GetAsync([Description("The webhook.")] Guid id, HttpContext context, IWebhookStore store) =>
        Results.Ok(new WebhookMessagesAnswer(
            WebhookAnswer.Of(await store.TryFindAsync(id, context.RequestAborted) ?? throw ApiRefusedException.Missing(NoWebhook)),
            [.. (await store.MessagesAsync(id, Shown, context.RequestAborted)).Select(WebhookMessageAnswer.Of)]));

    private static async Task<IResult> DeleteAsync([Description("The webhook.")] Guid id, HttpContext context, IWebhookStore store) =>
        await store.DeleteAsync(id, context.RequestAborted) ? Results.NoContent() : throw ApiRefusedException.Missing(NoWebhook);
}
