using FashionRecs.Application.Files;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Accounts;

/// <summary>Overwrites on the disk what people deleted, once for all who did since it last looked.</summary>
internal sealed class RewritingWorker(FileRewriting rewriting, AccountOptions options, PollingOptions polling, TimeProvider time,
    ILogger<RewritingWorker> log)
    : PollingBackgroundService(TimeSpan.FromMinutes(options.RewritingMinutes), polling.Trouble, "Overwriting what was deleted", time, log)
{
    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken cancellation) => rewriting.RunAsync(cancellation);
}
