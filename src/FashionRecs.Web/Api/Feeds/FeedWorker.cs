using FashionRecs.Application.Feeds;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Api.Feeds;

/// <summary>Runs feeds when they are due.</summary>
internal sealed class FeedWorker(FeedFetch fetch, PollingOptions polling, TimeProvider time, ILogger<FeedWorker> log)
    : PollingBackgroundService(polling.Feeds, polling.Trouble, "A feed", time, log)
{
    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken cancellation) => fetch.StepAsync(cancellation);
}
