using FashionRecs.Application.Catalog;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Queue;

namespace FashionRecs.Application.Review;

/// <summary>
/// Works out where a corrected value shows: the network's map of the value that people chose, which is not the one it believed in. Where
/// the network sees nothing of it, the part itself or the region of the attribute's strongest value says at least where to look. Runs
/// behind people's backs, so that no key press waits for it. Safe to share between threads.
/// </summary>
public sealed class CorrectedRegions(CatalogCache catalog, ICatalogStore store, IReviewStore reviews, PictureStore pictures,
    IPictureInspector inspector, QueueOptions options)
{
    /// <summary>Products that are read together.</summary>
    private const int Together = 500;

    private Look last = new(0, []);

    /// <summary>Reviewed values that a picture shows and whose region nobody has worked out.</summary>
    public static IEnumerable<(CatalogItem Item, AttributeReading Reading)> Missing(IEnumerable<CatalogItem> items) => items
        .Where(item => item.Reviewed.Count > 0)
        .SelectMany(item =>
            item.Readings.Where(reading => reading is { Source: TagSource.Reviewed, Visible: >= Visibility.Shown, Region: null }
            && reading.Probabilities[reading.Top.Position] >= 1)
            .Select(reading => (item, reading)));

    /// <summary>Fills in what is missing; returns the ids of products that got a region.</summary>
    /// <param name="projector">Gives the maps.</param>
    /// <param name="hopeless">Tags whose picture cannot be read; added to, and not tried again.</param>
    /// <param name="most">How many to fill in at most.</param>
    /// <param name="cancellation">Stops between pictures.</param>
    public async Task<IReadOnlyList<string>> FillAsync(
        IPictureProjector projector, ISet<(string Product, string Value)> hopeless, int most, CancellationToken cancellation = default)
    {
        var done = new List<string>();
        var missing = Missing(await ReviewedAsync(cancellation)).Where(pair => !hopeless.Contains(Key(pair.Item, pair.Reading)))
            .Take(most);
        foreach (var (item, reading) in missing)
        {
            try
            {
                var picture = await pictures.TryReadAsync(item.Product.Picture, cancellation)
                    ?? throw new InvalidDataException("The picture is gone.");
                var found = await FindAsync(projector, picture, item, reading.Top, cancellation);
                if (found is not { } region)
                {
                    hopeless.Add(Key(item, reading));
                }
                else if (await reviews.SetRegionAsync(item, reading, region, cancellation))
                {
                    done.Add(item.Product.Id);
                }
            }
            catch (InvalidDataException)
            {
                // Left without a region; the value itself counts all the same.
                hopeless.Add(Key(item, reading));
            }
        }

        return done;
    }

    /// <summary>
    /// The products that may miss a region: all, or of a catalog that is not in memory those that missed one at the last look, and those
    /// of which something was said since.
    /// </summary>
    private async Task<IReadOnlyList<CatalogItem>> ReviewedAsync(CancellationToken cancellation)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        if (snapshot.IsHeld)
        {
            return snapshot.Items;
        }

        var before = Volatile.Read(ref last);
        var said = await store.ReviewedSinceAsync(before.Revision, cancellation);
        var found = new List<CatalogItem>();
        foreach (var portion in before.Missing.Union(said, StringComparer.Ordinal).Chunk(Together))
        {
            found.AddRange(snapshot.At([.. portion.Select(snapshot.IndexOf).Where(place => place >= 0)])
                .Where(item => Missing([item]).Any()));
        }

        Volatile.Write(ref last, new Look(snapshot.Revision, [.. found.Select(item => item.Product.Id)]));
        return [.. found.OrderBy(item => item.Product.Id, StringComparer.Ordinal)];
    }

    private async Task<PartRegion?> FindAsync(IPictureProjector projector, ReadOnlyMemory<byte> encoded, CatalogItem item,
        AttributeValue value, CancellationToken cancellation)
    {
        var own = await projector.MapAsync(encoded, value, cancellation);
        // Where such a part surely is, is where to look, whatever the network thinks of the value.
        if ((own.Region?.Share > 0 || own.IsPart) && Judge(own.Region, encoded, item.Product) is { } region)
        {
            return region;
        }

        if (item.Predicted?.Attributes.FirstOrDefault(said => said.Attribute == value.Attribute) is not { } predicted)
        {
            return null;
        }

        // A network that took the attribute for invisible left no region, but has a map of what it would be.
        var likely = predicted.Region is null && predicted.Top != value
            ? (await projector.MapAsync(encoded, predicted.Top, cancellation)).Region
            : predicted.Region;
        return likely?.Share > 0 ? Judge(likely, encoded, item.Product) : null;
    }

    /// <summary>The part of a region that lies in the picture; null where it lies off the garment.</summary>
    private PartRegion? Judge(PartRegion? region, ReadOnlyMemory<byte> encoded, Product product)
    {
        if (region is not { Box: var whole, Share: var share })
        {
            return null;
        }

        int left = Math.Max(0, whole.X), top = Math.Max(0, whole.Y);
        int right = Math.Min(product.PictureWidth, whole.X + whole.Width), bottom = Math.Min(product.PictureHeight, whole.Y + whole.Height);
        var inside = new PixelBox(left, top, right - left, bottom - top);
        return inside is { Width: > 0, Height: > 0 }
            && (inspector.OnGarment(encoded, [inside]) is not [var on] || on >= options.LeastOnGarment)
            ? new PartRegion(inside, share) : null;
    }

    private static (string, string) Key(CatalogItem item, AttributeReading reading) =>
        ($"{item.Product.Id} {item.Product.Picture}", reading.Top.ToString());

    /// <summary>What was missing when the catalog was looked at.</summary>
    /// <param name="Revision">The catalog's revision.</param>
    /// <param name="Missing">Ids of products that missed a region.</param>
    private sealed record Look(long Revision, IReadOnlyCollection<string> Missing);
}
