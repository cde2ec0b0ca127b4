using FashionRecs.Application.Webhooks;
using FashionRecs.Domain.Text;

namespace FashionRecs.Web.Api.Connections;

/// <summary>A webhook with its latest messages, in people's words. Immutable.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Latest">Its messages, newest first.</param>
public sealed record WebhookLine(Webhook Webhook, IReadOnlyList<WebhookMessage> Latest)
{
    /// <summary>The message that says how it fares: the one that is tried again, else the newest.</summary>
    private WebhookMessage? Telling =>
        Latest.FirstOrDefault(message => message is { State: WebhookState.Waiting, Trouble: not null }) ?? Latest.FirstOrDefault();

    /// <summary>How many of the latest messages wait.</summary>
    public int Waiting => Latest.Count(message => message.State == WebhookState.Waiting);

    /// <summary>Where it stands.</summary>
    public string State => (Webhook.IsPaused, Telling) switch
    {
        (true, _) => Waiting > 0 ? $"Paused; {Waiting} waiting" : "Paused",
        (_, null) => "Has been told nothing yet",
        (_, { State: WebhookState.Delivered }) => "Messages arrive",
        (_, { State: WebhookState.GivenUp }) => "The last message was given up",
        (_, { Trouble: not null } message) => $"Failed; tried again at {Moments.Minute(message.Next)}",
        _ => "Being sent",
    };

    /// <summary>The word for what can be done instead of what it does.</summary>
    public string Other => Webhook.IsPaused ? "Resume" : "Pause";

    /// <summary>Why a message does not arrive, in a sentence; null where they do.</summary>
    public string? Trouble => Telling is { State: not WebhookState.Delivered } message ? message.Trouble : null;

    /// <summary>What became of a message.</summary>
    public static string Word(WebhookMessage message) => message.State switch
    {
        WebhookState.Waiting => message.Tries > 0 ? $"tried again at {Moments.Minute(message.Next)}" : "waiting",
        WebhookState.Delivered => "arrived",
        WebhookState.GivenUp => "given up",
    };
}
