using FashionRecs.Application.Models;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Merchandising.Weights;

/// <summary>
/// Follows the weights in use, so that what this server reads itself and draws comes from them, whoever reads the catalog.
/// </summary>
public sealed class WeightsFollower(CurrentProjector projector, PollingOptions polling, TimeProvider time,
    ILogger<WeightsFollower> log)
    : PollingBackgroundService(polling.Weights, polling.Trouble, "Following the weights in use", time, log)
{
    /// <inheritdoc/>
    protected override Task StepAsync(CancellationToken cancellation) => projector.FollowAsync(cancellation);
}
