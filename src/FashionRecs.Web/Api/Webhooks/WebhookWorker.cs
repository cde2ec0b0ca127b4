using FashionRecs.Application.Webhooks;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Tells webhooks what happens in the catalog, and sends all messages.</summary>
internal sealed class WebhookWorker(CatalogWatch catalog, WebhookDelivery delivery, IWebhookStore store, PollingOptions polling,
    TimeProvider clock, ILogger<WebhookWorker> log)
    : PollingBackgroundService(polling.Webhooks, polling.Trouble, "A webhook", clock, log)
{
    private readonly TimeProvider time = clock;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);
    private DateTimeOffset tidied = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        await catalog.StepAsync(cancellation);
        await delivery.StepAsync(cancellation);
        var now = time.GetUtcNow();
        if (now - tidied > Between)
        {
            await store.ForgetAsync(now - Kept, cancellation);
            tidied = now;
        }
    }
}

/// <summary>Tells webhooks of alarms of experiments.</summary>
internal sealed class AlarmWorker(AlarmWatch alarms, PollingOptions polling, TimeProvider time, ILogger<AlarmWorker> log)
    : PollingBackgroundService(polling.Alarms, polling.Trouble, "An alarm of an experiment", time, log)
{
    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken cancellation) => alarms.StepAsync(cancellation);
}
