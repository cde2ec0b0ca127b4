using FashionRecs.Core.Catalog;
using FashionRecs.Core.Projection;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Pictures;
using FashionRecs.Storage.Shop;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Reviews;

/// <summary>
/// Works out where a corrected value shows: the network's map of the value that people chose, which is not the one it believed in. Runs behind
/// people's backs, so that no key press waits for it. Safe to share between threads.
/// </summary>
public sealed class CorrectedRegions(CatalogCache catalog, CatalogStore store, PictureStore pictures, TimeProvider time)
{
    /// <summary>Reviewed values that a picture shows and whose region nobody has worked out.</summary>
    public static IEnumerable<(CatalogItem Item, AttributeReading Reading)> Missing(IEnumerable<CatalogItem> items) => items
        .Where(item => item.Reviewed.Count > 0)
        .SelectMany(item => item.Readings.Where(reading => reading is { Source: TagSource.Reviewed, Visible: >= 0.5f, Box: null } && reading.Probabilities[reading.Top.Position] >= 1)
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
        var missing = Missing((await catalog.GetAsync(cancellation)).Items).Where(pair => !hopeless.Contains(Key(pair.Item, pair.Reading))).Take(most);
        foreach (var (item, reading) in missing)
        {
            try
            {
                var file = pictures.TryFind(item.Product.Picture) ?? throw new InvalidDataException("The picture is gone.");
                var map = await projector.MapAsync(await File.ReadAllBytesAsync(file, cancellation), reading.Top, cancellation);
                if (map.Box is not { } box)
                {
                    hopeless.Add(Key(item, reading));
                }
                else if (await SaveAsync(item, reading, box, map.BoxShare, cancellation))
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

    private Task<bool> SaveAsync(CatalogItem item, AttributeReading reading, PixelBox box, float share, CancellationToken cancellation) =>
        store.ChangeAsync(async (context, revision) =>
        {
            var (id, code) = (item.Product.Id, reading.Attribute.Code);
            var latest = await context.FinalTags.AsNoTracking().Where(tag => tag.ProductId == id && tag.Attribute == code)
                .OrderByDescending(tag => tag.Sequence).FirstOrDefaultAsync(cancellation);
            var product = await context.Products.SingleOrDefaultAsync(row => row.Id == id && row.Picture == item.Product.Picture, cancellation);
            // Somebody may have said something else while the map was made.
            if (latest is not { Box: null } || product is null || latest.Marks.IndexOf('y', StringComparison.Ordinal) != reading.Top.Position)
            {
                return false;
            }

            product.Revision = revision;
            context.FinalTags.Add(new FinalTagRow
            {
                ProductId = id, Attribute = code, Marks = latest.Marks, Box = ReviewedTagText.Write(box), BoxShare = share, Reviewer = latest.Reviewer,
                AtMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds(), Comment = latest.Comment, Standing = latest.Standing, ActId = latest.ActId,
            });
            return true;
        }, cancellation);

    private static (string, string) Key(CatalogItem item, AttributeReading reading) => ($"{item.Product.Id} {item.Product.Picture}", reading.Top.ToString());
}
