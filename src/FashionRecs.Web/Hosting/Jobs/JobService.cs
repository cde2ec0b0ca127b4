using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Hosting.Jobs;

/// <summary>Does jobs beside the pages.</summary>
internal sealed class JobService(JobWorker worker) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.RunAsync(stoppingToken);
}
