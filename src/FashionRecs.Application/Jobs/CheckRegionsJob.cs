using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Jobs;

/// <summary>
/// Measures how much of each region of new readings lies on the garment, so that the queue knows which explanations fail.
/// </summary>
public sealed class CheckRegionsJob(IRegionCheckStore checks, ICatalogStore catalog, PictureStore pictures, IPictureInspector inspector,
    TimeProvider time) : IJobKind
{
    private const int Together = 20;

    /// <summary>Between two portions, so that shoppers come first.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public string Name => "check-regions";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Measuring regions";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) =>
        (await checks.MissingAsync(1, cancellation)).Count > 0 ? [""] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        for (var count = 0; await checks.MissingAsync(Together, cancellation) is { Count: > 0 } missing;)
        {
            var done = new List<(CatalogItem, IReadOnlyDictionary<GarmentAttribute, double>)>();
            foreach (var id in missing)
            {
                if (await catalog.TryFindAnyAsync(id, cancellation) is { Predicted: not null } item)
                {
                    done.Add((item, await MeasureAsync(item, cancellation)));
                }
            }

            if (done.Count == 0)
            {
                return; // What is left was taken out of the catalog meanwhile.
            }

            await checks.SaveAsync(done, cancellation);
            progress(count += done.Count, 0);
            await Task.Delay(Rest, time, cancellation);
        }
    }

    private async Task<IReadOnlyDictionary<GarmentAttribute, double>> MeasureAsync(CatalogItem item, CancellationToken cancellation)
    {
        var boxed = item.Predicted!.Attributes.Where(said => said.Region is not null).ToArray();
        try
        {
            return boxed.Length > 0 && await pictures.TryReadAsync(item.Product.Picture, cancellation) is { } picture
                && inspector.OnGarment(picture, [.. boxed.Select(said => said.Region!.Box)]) is { } parts
                ? boxed.Zip(parts).ToDictionary(pair => pair.First.Attribute, pair => (double)pair.Second)
                : new Dictionary<GarmentAttribute, double>();
        }
        catch (InvalidDataException)
        {
            return new Dictionary<GarmentAttribute, double>();
        }
    }
}
