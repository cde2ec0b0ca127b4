using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Merchandising.Queue;

/// <summary>
/// Measures in the background how much of each region lies on the garment, so that the queue knows which explanations fail.
/// </summary>
public sealed class GarmentWorker(IRegionCheckStore checks, ICatalogStore catalog, PictureStore pictures, IPictureInspector inspector,
    PollingOptions polling, TimeProvider time,
    ILogger<GarmentWorker> log) : BackgroundService
{
    private const int Together = 20;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var found = 0;
            try
            {
                var done = new List<(CatalogItem, IReadOnlyDictionary<GarmentAttribute, double>)>();
                foreach (var id in await checks.MissingAsync(Together, stoppingToken))
                {
                    if (await catalog.TryFindAsync(id, stoppingToken) is { Predicted: not null } item)
                    {
                        done.Add((item, await MeasureAsync(item, stoppingToken)));
                    }
                }

                await checks.SaveAsync(done, stoppingToken);
                found = done.Count;
            }
            catch (IOException exception)
            {
                log.LogWarning("Measuring regions waits: {Reason}", exception.Message);
            }

            await Task.Delay(found > 0 ? polling.Rest : polling.Garments, time, stoppingToken);
        }
    }

    private async Task<IReadOnlyDictionary<GarmentAttribute, double>> MeasureAsync(CatalogItem item, CancellationToken cancellation)
    {
        var boxed = item.Predicted!.Attributes.Where(said => said.Region is not null).ToArray();
        try
        {
            return boxed.Length > 0 && pictures.TryFind(item.Product.Picture) is { } file
                && inspector.OnGarment(await File.ReadAllBytesAsync(file, cancellation),
                    [.. boxed.Select(said => said.Region!.Box)]) is { } parts
                ? boxed.Zip(parts).ToDictionary(pair => pair.First.Attribute, pair => (double)pair.Second)
                : new Dictionary<GarmentAttribute, double>();
        }
        catch (InvalidDataException)
        {
            return new Dictionary<GarmentAttribute, double>();
        }
    }
}
