using FashionRecs.Core.Projection;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Reviews;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Works out the regions of corrected values in the background, and tells open review screens.</summary>
public sealed class RegionWorker(CorrectedRegions regions, CatalogStore catalog, IPictureProjector projector, ReviewRoom room, TimeProvider time, ILogger<RegionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private const int Together = 16;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (seen, hopeless) = (-1L, new HashSet<(string, string)>());
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var revision = await catalog.RevisionAsync(stoppingToken);
                if (revision == seen)
                {
                    continue;
                }

                var done = await regions.FillAsync(projector, hopeless, Together, stoppingToken);
                foreach (var product in done)
                {
                    await room.TellAsync(product, null);
                }

                // Filling in changes the revision too; only with nothing left to do is it seen.
                seen = done.Count == 0 ? revision : -1;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                log.LogWarning("Regions of corrected values wait: {Reason}", exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(10), time, stoppingToken);
            }
        }
    }
}
