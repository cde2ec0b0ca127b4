using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Models;

/// <summary>
/// Reads the catalog anew after other weights were taken into use. What is left follows from the catalog itself, so it may be killed at any
/// moment.
/// </summary>
public sealed class Reprojection(IModelStore weights, ICatalogStore catalog, PictureStore pictures)
{
    private const int Together = 8;

    /// <summary>Reads the next few products; returns how many are left.</summary>
    /// <param name="projector">With the weights in use.</param>
    /// <param name="hopeless">Products whose picture cannot be read; added to, and not tried again.</param>
    /// <param name="among">Only products from the first id to the last, both included; null for all.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    public async Task<int> StepAsync(IPictureProjector projector, ISet<string> hopeless, (string From, string To)? among = null,
        CancellationToken cancellation = default)
    {
        var (next, left) = await weights.StaleAsync(projector.Fingerprint, Together + hopeless.Count, among, cancellation);
        var read = await Task.WhenAll(next.Where(product => !hopeless.Contains(product.Id)).Take(Together)
            .Select(async product => (product.Id, Tags: await ReadAsync(product.Picture, projector, cancellation))));
        var changed = new List<(Product, PredictedTags?)>();
        foreach (var (id, tags) in read)
        {
            if (tags is not null && await catalog.TryFindAnyAsync(id, cancellation) is { } item)
            {
                changed.Add((item.Product, tags));
            }
            else
            {
                hopeless.Add(id);
            }
        }

        if (changed.Count > 0)
        {
            await catalog.SaveAsync(changed, null, cancellation);
        }

        return Math.Max(0, left - changed.Count - hopeless.Count);
    }

    private async Task<PredictedTags?> ReadAsync(string picture, IPictureProjector projector, CancellationToken cancellation)
    {
        try
        {
            return await pictures.TryReadAsync(picture, cancellation) is { } bytes
                ? new PredictedTags(projector.Fingerprint, (await projector.ProjectAsync(bytes, cancellation)).Attributes)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
