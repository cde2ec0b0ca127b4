using System.Text.Json;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>A webhook to be made.</summary>
/// <param name="Address">Where messages go; begins with https://.</param>
/// <param name="Events">What it is told: product.read, reading.changed, experiment.alarm.</param>
internal sealed record WebhookRequest(string Address, IReadOnlyList<string> Events);

/// <summary>All webhooks.</summary>
/// <param name="Webhooks">In the order in which they were made.</param>
internal sealed record WebhooksAnswer(IReadOnlyList<WebhookAnswer> Webhooks);

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where messages go.</param>
/// <param name="Events">What it is told.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Paused">Whether its messages wait until somebody lets it go on.</param>
internal sealed record WebhookAnswer(Guid Id, string Address, IReadOnlyList<string> Events, DateTimeOffset Created, bool Paused)
{
    public static WebhookAnswer Of(Webhook webhook) =>
        new(webhook.Id, webhook.Address, webhook.Events, webhook.Created, webhook.IsPaused);
}

/// <summary>A webhook that was just made.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What signs its messages; shown this once.</param>
internal sealed record MadeWebhookAnswer(WebhookAnswer Webhook, string Secret);

/// <summary>A webhook with its latest messages.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Messages">Newest first, a hundred at most.</param>
internal sealed record WebhookMessagesAnswer(WebhookAnswer Webhook, IReadOnlyList<WebhookMessageAnswer> Messages);

/// <summary>A message to a webhook.</summary>
/// <param name="Id">Names it, however often it is sent.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Created">When it was written.</param>
/// <param name="State">waiting, delivered or givenUp.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Next">When it is sent next; null where it is not any more.</param>
/// <param name="Trouble">Why it was not taken, in one sentence; null where it was, or was not sent yet.</param>
internal sealed record WebhookMessageAnswer(string Id, string Event, DateTimeOffset Created, string State, int Tries, DateTimeOffset? Next,
    string? Trouble)
{
    public static WebhookMessageAnswer Of(WebhookMessage message) => new(
        message.Id, message.Event, message.Created, JsonNamingPolicy.CamelCase.ConvertName(message.State.ToString()), message.Tries,
        message.State == WebhookState.Waiting ? message.Next : null, message.Trouble);
}
