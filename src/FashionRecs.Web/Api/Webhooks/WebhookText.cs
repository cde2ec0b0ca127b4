using System.Text.Json;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>A message as webhooks get it.</summary>
/// <param name="Type">The event.</param>
/// <param name="Timestamp">When it was noticed.</param>
/// <param name="Data">What happened.</param>
internal sealed record WebhookText<T>(string Type, DateTimeOffset Timestamp, T Data);

/// <summary>A product's picture was read.</summary>
/// <param name="Product">The product.</param>
/// <param name="Weights">Fingerprint of the network.</param>
/// <param name="Readings">By attribute, what can be said of it; null where nothing can.</param>
internal sealed record ProductReadText(string Product, string Weights, IReadOnlyDictionary<string, string?> Readings);

/// <summary>Something else is held true of a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Changed">The attributes of which that is so.</param>
internal sealed record ReadingChangedText(string Product, IReadOnlyList<ChangedReadingText> Changed);

/// <summary>An attribute of which something else is held true.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Before">What could be said before; null where nothing could.</param>
/// <param name="Now">What can be said now; null where nothing can.</param>
internal sealed record ChangedReadingText(string Attribute, string? Before, string? Now);

/// <summary>An experiment needs a look.</summary>
/// <param name="Experiment">Its key.</param>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Check">What was checked.</param>
/// <param name="Text">What was found, in one sentence with its numbers.</param>
internal sealed record ExperimentAlarmText(string Experiment, int Phase, string Check, string Text);

/// <summary>Somebody wants to see whether messages arrive.</summary>
/// <param name="Text">That, in words.</param>
internal sealed record WebhookTestText(string Text);

/// <summary>Writes messages.</summary>
internal static class WebhookText
{
    /// <summary>One message for each webhook that wants the event.</summary>
    public static IEnumerable<WebhookMessage> Write<T>(IEnumerable<Webhook> webhooks, string what, DateTimeOffset now, T data)
    {
        var body = Body(what, now, data);
        return webhooks.Where(webhook => webhook.Events.Contains(what)).Select(webhook => WebhookMessage.New(webhook.Id, what, body, now));
    }

    /// <summary>A message that says no more than that messages arrive.</summary>
    public static WebhookMessage Test(Guid webhook, DateTimeOffset now) => WebhookMessage.New(webhook, WebhookEvents.Test,
        Body(WebhookEvents.Test, now, new WebhookTestText("Messages of FashionRecs arrive here.")), now);

    private static string Body<T>(string what, DateTimeOffset now, T data) =>
        JsonSerializer.Serialize(new WebhookText<T>(what, now, data), JsonSerializerOptions.Web);
}
