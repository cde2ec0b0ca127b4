using FashionRecs.Application.Jobs;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>
/// Sends the messages of a webhook. It is asked for with every message; where its server is away it rests until the next message is due to
/// be sent again. Done by servers, since what signs messages is encrypted with the keys that they keep.
/// </summary>
public sealed class WebhookDeliveryJob(WebhookDelivery delivery, IWebhookStore store, TimeProvider time) : IJobKind
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);
    private DateTimeOffset tidied;

    /// <inheritdoc/>
    public string Name => WebhookJobs.Delivery;

    /// <inheritdoc/>
    public int Version => WebhookJobs.DeliveryVersion;

    /// <inheritdoc/>
    public string Title => "Sending messages to a webhook";

    /// <inheritdoc/>
    public bool IsOfServer => true;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now < tidied || now - tidied > Between)
        {
            await store.ForgetAsync(now - Kept, cancellation);
            tidied = now;
        }

        return [.. (await store.DueAsync(now, cancellation)).Select(webhook => webhook.ToString())];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        if (await delivery.SendAsync(Guid.Parse(subject), progress, cancellation) is var (trouble, next))
        {
            var pause = next - time.GetUtcNow();
            throw new JobRestsException(trouble, pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        }
    }
}
