using FashionRecs.Application.Privacy;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Privacy;

/// <summary>Removes each hour what is older than the shop keeps it.</summary>
internal sealed class RetentionWorker(Retention retention, PollingOptions polling, TimeProvider time, ILogger<RetentionWorker> log)
    : PollingBackgroundService(TimeSpan.FromHours(1), polling.Trouble, "Removing what is old", time, log)
{
    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        if (await retention.RunAsync(cancellation) is > 0 and var gone)
        {
            log.LogInformation("{Count} old shoppers and rows were removed", gone);
        }
    }
}
