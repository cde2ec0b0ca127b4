using FashionRecs.Storage.Weights;
using FashionRecs.Web.Pictures;

namespace FashionRecs.Web.Merchandising.Weights;

/// <summary>Follows the weights in use, and reads the catalog anew in the background after others were taken into use.</summary>
public sealed class ReprojectionWorker(CurrentProjector projector, Reprojection reprojection, TimeProvider time, ILogger<ReprojectionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Products still to be read anew.</summary>
    public int Left { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (weights, hopeless) = ("", new HashSet<string>(StringComparer.Ordinal));
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Readings that came with the products count until somebody takes weights into use.
                while (await projector.FollowAsync(stoppingToken))
                {
                    if (weights != projector.Fingerprint)
                    {
                        (weights, hopeless) = (projector.Fingerprint, new HashSet<string>(StringComparer.Ordinal));
                    }

                    Left = await reprojection.StepAsync(projector, hopeless, stoppingToken);
                    if (Left == 0)
                    {
                        break;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                log.LogWarning("Reading the catalog anew waits: {Reason}", exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(10), time, stoppingToken);
            }
        }
    }
}
