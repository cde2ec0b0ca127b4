namespace FashionRecs.Application.Webhooks;

/// <summary>Keeps webhooks, their messages, and what they have been told. Safe to share between threads and processes.</summary>
public interface IWebhookStore
{
    /// <summary>All webhooks, in the order in which they were made.</summary>
    Task<IReadOnlyList<Webhook>> AllAsync(CancellationToken cancellation = default);

    /// <summary>One webhook; null where there is none (any more).</summary>
    Task<Webhook?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Keeps a new webhook.</summary>
    Task AddAsync(Webhook webhook, CancellationToken cancellation = default);

    /// <summary>
    /// Forgets a webhook with its messages, and with the last one all that webhooks were told. Returns whether there was one.
    /// </summary>
    Task<bool> DeleteAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>What is noted of things; those of which nothing is noted are absent.</summary>
    Task<IReadOnlyDictionary<string, string>> MarksAsync(IReadOnlyCollection<string> names, CancellationToken cancellation = default);

    /// <summary>Changes notes, keeps messages and asks for them to be sent, all or nothing.</summary>
    /// <returns>False where a note says something else meanwhile: another process told it.</returns>
    Task<bool> TellAsync(IReadOnlyList<WebhookMark> marks, IReadOnlyList<WebhookMessage> messages,
        CancellationToken cancellation = default);

    /// <summary>Webhooks that are not paused and have messages that are due.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Messages of a webhook that are due, oldest first; none of one that is paused.</summary>
    Task<IReadOnlyList<WebhookMessage>> DueAsync(Guid webhook, DateTimeOffset now, int most, CancellationToken cancellation = default);

    /// <summary>Pauses a webhook, or lets it go on and asks for what waits to be sent; returns whether there is one.</summary>
    Task<bool> PauseAsync(Guid id, bool paused, CancellationToken cancellation = default);

    /// <summary>Sends a message that was given up again, at once; returns whether there is such a one.</summary>
    Task<bool> SendAgainAsync(Guid webhook, string message, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Takes a message in hand until a time, unless somebody else did; returns whether it was taken.</summary>
    Task<bool> HoldAsync(WebhookMessage message, DateTimeOffset until, CancellationToken cancellation = default);

    /// <summary>Keeps what became of a message.</summary>
    Task SaveAsync(WebhookMessage message, CancellationToken cancellation = default);

    /// <summary>The latest messages of a webhook, newest first.</summary>
    Task<IReadOnlyList<WebhookMessage>> MessagesAsync(Guid webhook, int most, CancellationToken cancellation = default);

    /// <summary>Forgets messages that are older than a time: delivered, given up, or kept for one that is paused.</summary>
    Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
