using FashionRecs.Application.Models;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Merchandising.Weights;

/// <summary>Follows the weights in use, and reads the catalog anew in the background after others were taken into use.</summary>
public sealed class ReprojectionWorker(CurrentProjector projector, Reprojection reprojection, PollingOptions polling, TimeProvider time,
    ILogger<ReprojectionWorker> log)
    : PollingBackgroundService(polling.Weights, polling.Trouble, "Reading the catalog anew", time, log)
{
    private HashSet<string> hopeless = new(StringComparer.Ordinal);
    private string weights = "";

    /// <summary>Products still to be read anew.</summary>
    public int Left { get; private set; }

    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        // Readings that came with the products count until somebody takes weights into use.
        while (await projector.FollowAsync(cancellation))
        {
            if (weights != projector.Fingerprint)
            {
                (weights, hopeless) = (projector.Fingerprint, new HashSet<string>(StringComparer.Ordinal));
            }

            Left = await reprojection.StepAsync(projector, hopeless, cancellation);
            if (Left == 0)
            {
                break;
            }
        }
    }
}
