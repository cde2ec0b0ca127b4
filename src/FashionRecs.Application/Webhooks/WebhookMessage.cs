namespace FashionRecs.Application.Webhooks;

/// <summary>A message to a webhook, kept until it was taken or given up. Immutable.</summary>
/// <param name="Id">Names it, however often it is sent.</param>
/// <param name="Webhook">Whom it is for.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Body">Its text.</param>
/// <param name="Created">When it was written.</param>
/// <param name="Next">When it is due.</param>
public sealed record WebhookMessage(string Id, Guid Webhook, string Event, string Body, DateTimeOffset Created, DateTimeOffset Next)
{
    /// <summary>How often it was sent.</summary>
    public int Tries { get; init; }

    /// <summary>How far it is.</summary>
    public WebhookState State { get; init; }

    /// <summary>Why the last try failed, in one sentence; null where it did not.</summary>
    public string? Trouble { get; init; }

    /// <summary>A new message, due at once.</summary>
    public static WebhookMessage New(Guid webhook, string what, string body, DateTimeOffset now) =>
        new($"msg_{Guid.NewGuid():N}", webhook, what, body, now, now);
}

/// <summary>How far a message is.</summary>
public enum WebhookState
{
    /// <summary>It is to be sent, or sent again.</summary>
    Waiting,

    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>It was sent often enough, or nobody wants it.</summary>
    GivenUp,
}
