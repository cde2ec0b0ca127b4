using FashionRecs.Application.Catalog;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Works out the regions of corrected values in the background, and tells open review screens.</summary>
public sealed class RegionWorker(CorrectedRegions regions, ICatalogStore catalog, IPictureProjector projector, ReviewPresence room,
    PollingOptions polling, TimeProvider time,
    ILogger<RegionWorker> log)
    : PollingBackgroundService(polling.Regions, polling.Trouble, "Finding the regions of corrected values", time, log)
{
    private const int Together = 16;

    private readonly HashSet<(string, string)> hopeless = [];
    private long seen = -1;

    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        var revision = await catalog.RevisionAsync(cancellation);
        if (revision == seen)
        {
            return;
        }

        var done = await regions.FillAsync(projector, hopeless, Together, cancellation);
        foreach (var product in done)
        {
            await room.TellAsync(product, null);
        }

        // Filling in changes the revision too; only with nothing left to do is it seen.
        seen = done.Count == 0 ? revision : -1;
    }
}
