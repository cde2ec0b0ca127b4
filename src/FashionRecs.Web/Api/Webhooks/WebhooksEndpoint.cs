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
        webhooks.MapPost("/{id}/test", TestAsync).ForServers(ApiScopes.Webhooks).WithSummary("Send a webhook a test message")
            .WithName("testWebhook").Produces(StatusCodes.Status202Accepted);
        webhooks.MapPost("/{id}/pause", ([Description("The webhook.")] Guid id, HttpContext context, IWebhookStore store) =>
            PauseAsync(id, true, context, store))
            .ForServers(ApiScopes.Webhooks).WithSummary("Keep a webhook's messages until it goes on, for at most 30 days")
            .WithName("pauseWebhook").Produces(StatusCodes.Status204NoContent);
        webhooks.MapPost("/{id}/resume", ([Description("The webhook.")] Guid id, HttpContext context, IWebhookStore store) =>
            PauseAsync(id, false, context, store))
            .ForServers(ApiScopes.Webhooks).WithSummary("Let a paused webhook go on, with what waits for it").WithName("resumeWebhook")
            .Produces(StatusCodes.Status204NoContent);
        webhooks.MapPost("/{id}/messages/{message}/again", AgainAsync).ForServers(ApiScopes.Webhooks)
            .WithSummary("Send a message again that was given up").WithName("sendWebhookMessageAgain")
            .Produces(StatusCodes.Status202Accepted);
        webhooks.MapDelete("/{id}", DeleteAsync).ForServers(ApiScopes.Webhooks).WithSummary("Delete a webhook with its messages")
            .WithName("deleteWebhook").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IWebhookStore store) =>
        Results.Ok(new WebhooksAnswer([.. (await store.AllAsync(context.RequestAborted)).Select(WebhookAnswer.Of)]));

    private static async Task<IResult> MakeAsync(WebhookRequest request, HttpContext context, WebhookMaking making)
    {
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

    private static async Task<IResult> TestAsync([Description("The webhook.")] Guid id, HttpContext context, WebhookMaking making) =>
        await making.TestAsync(id, context.RequestAborted) ? Results.Accepted() : throw ApiRefusedException.Missing(NoWebhook);

    private static async Task<IResult> PauseAsync(Guid id, bool paused, HttpContext context,
        IWebhookStore store) =>
        await store.PauseAsync(id, paused, context.RequestAborted) ? Results.NoContent() : throw ApiRefusedException.Missing(NoWebhook);

    private static async Task<IResult> AgainAsync([Description("The webhook.")] Guid id, [Description("The message.")] string message,
        HttpContext context, IWebhookStore store, TimeProvider time) =>
        await store.SendAgainAsync(id, message, time.GetUtcNow(), context.RequestAborted) ? Results.Accepted()
            : throw ApiRefusedException.Missing("The webhook has no such message that was given up.");
}
