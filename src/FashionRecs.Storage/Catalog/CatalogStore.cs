using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Catalog;

/// <inheritdoc/>
internal sealed class CatalogStore(ShopDatabase database, CatalogWrites writes, AttributeVocabulary vocabulary, BeliefReader beliefs,
    TimeProvider time)
    : ICatalogStore, IDisposable
{
    /// <summary>Products from which on several processors work them out.</summary>
    private const int Many = 256;

    private readonly ReadingsBlob readings = new(vocabulary);
    private readonly PreparedQuery<long> revision = new(database, """SELECT "Revision" FROM "CatalogRevision" """, row => row.GetInt64(0));

    /// <inheritdoc/>
    public Task<long> RevisionAsync(CancellationToken cancellation = default) => revision.AskAsync(cancellation: cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> IdsAsync(int most, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<string>>(async context =>
            await context.Products.Select(row => row.Id).Order().Take(most).ToListAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public Task<CatalogChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var now = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
            // Put in order here: SQLite would take the order of the database for a reason to go through all products.
            var rows = await context.Products.AsNoTracking().Where(row => row.Revision > revision).ToListAsync(cancellation);
            rows.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
            var changed = context.Products.Where(row => row.Revision > revision).Select(row => row.Id);
            return Changes(now, rows, await context.GroundTruthTags.AsNoTracking().Where(row => changed.Contains(row.ProductId))
                .OrderBy(row => row.Sequence).ToListAsync(cancellation));
        }, cancellation);

    /// <inheritdoc/>
    public Task<CatalogChanges> LastChangedAsync(long revision, int most, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var rows = await context.Products.AsNoTracking().Where(row => row.Revision <= revision).OrderByDescending(row => row.Revision)
                .ThenByDescending(row => row.Id).Take(most).ToListAsync(cancellation);
            var ids = rows.ConvertAll(row => row.Id);
            return Changes(revision, rows, await context.GroundTruthTags.AsNoTracking().Where(row => ids.Contains(row.ProductId))
                .OrderBy(row => row.Sequence).ToListAsync(cancellation));
        }, cancellation);

    /// <inheritdoc/>
    public Task<CatalogPortion> PortionAsync(string? after, int most, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var from = context.Products.AsNoTracking();
            var tags = context.GroundTruthTags.AsNoTracking();
            var rows = await (after is null ? from : from.Where(row => string.Compare(row.Id, after) > 0)).OrderBy(row => row.Id).Take(most)
                .ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return new CatalogPortion([], [], null);
            }

            var (first, last) = (rows[0].Id, rows[^1].Id);
            var read = Changes(0, rows, await tags
                .Where(tag => string.Compare(tag.ProductId, first) >= 0 && string.Compare(tag.ProductId, last) <= 0)
                .OrderBy(tag => tag.Sequence).ToListAsync(cancellation));
            return new CatalogPortion(read.Items, read.Withdrawn, rows.Count < most ? null : last);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReviewedSinceAsync(long revision, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<string>>(async context => await context.Products
            .Where(row => row.Revision > revision && !row.Removed && context.GroundTruthTags.Any(tag => tag.ProductId == row.Id))
            .Select(row => row.Id).ToListAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<CatalogItem> Find(IReadOnlyList<string> ids) => database.Read(context =>
    {
        var rows = context.Products.AsNoTracking().Where(row => ids.Contains(row.Id) && !row.Deleted).ToList();
        var finals = context.GroundTruthTags.AsNoTracking().Where(tag => ids.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence).ToList()
            .ToLookup(tag => tag.ProductId);
        return rows.ConvertAll(row => Item(row, finals[row.Id]));
    });

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Names() => database.Read(context =>
        context.Products.Where(row => !row.Removed).Select(row => new { row.Id, row.Name })
            .ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal));

    /// <inheritdoc/>
    public async Task<CatalogItem?> TryFindAsync(string id, CancellationToken cancellation = default) =>
        await TryFindAnyAsync(id, cancellation) is { IsWithdrawn: false } item ? item : null;

    /// <inheritdoc/>
    public Task<CatalogItem?> TryFindAnyAsync(string id, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var row = await context.Products.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == id && !candidate.Deleted, cancellation);
        var finals = await context.GroundTruthTags.AsNoTracking().Where(tag => tag.ProductId == id).OrderBy(tag => tag.Sequence)
            .ToListAsync(cancellation);
        return row is null ? null : Item(row, finals);
    }, cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<(Product Product, PredictedTags? Predicted)> products, ProductAct? act = null,
        CancellationToken cancellation = default) =>
        writes.ChangeAsync(async (context, revision) =>
        {
            foreach (var chunk in products.Chunk(400))
            {
                var ids = Array.ConvertAll(chunk, pair => pair.Product.Id);
                var known = await context.Products.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
                foreach (var (product, predicted) in chunk)
                {
                    var row = Row(product, predicted, revision);
                    if (known.TryGetValue(product.Id, out var before))
                    {
                        if (before.Picture != product.Picture)
                        {
                            await StaleRegions.DropAsync(context, product.Id, time.GetUtcNow(), cancellation);
                        }

                        await EarlierPredictions.KeepAsync(context, before, row.Fingerprint, row.Picture, time.GetUtcNow(), cancellation);
                        Tell(context, act, before.Deleted ? null : before.ToProduct(), product);
                        row.Removed = before is { Removed: true, Deleted: false };
                        context.Entry(before).CurrentValues.SetValues(row);
                    }
                    else
                    {
                        Tell(context, act, null, product);
                        context.Products.Add(row);
                    }
                }

                await context.SaveChangesAsync(cancellation);
            }

            return revision;
        }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => revision.Dispose();

    private void Tell(FashionRecsContext context, ProductAct? act, Product? before, Product after)
    {
        var fields = before is null ? [] : ProductField.Compare(before, after);
        if (act is not null && (before is null || fields.Count > 0))
        {
            context.Add(ProductChangeText.Write(before is null ? act with { Kind = ProductChangeKind.Added } : act, after.Id,
                time.GetUtcNow(), fields));
        }
    }

    private CatalogChanges Changes(long revision, List<ProductRow> rows, IEnumerable<GroundTruthTagRow> tags)
    {
        var (finals, texts) = (tags.ToLookup(row => row.ProductId), new SharedTexts());
        return new CatalogChanges(revision, Items(row => !row.Removed), [.. rows.Where(row => row.Removed).Select(row => row.Id)])
        {
            Withdrawn = Items(row => row is { Removed: true, Deleted: false }),
        };

        // What is read of pictures and texts is worked out for each product alone, and takes longer than the query.
        CatalogItem[] Items(Func<ProductRow, bool> wanted)
        {
            ProductRow[] own = [.. rows.Where(wanted)];
            return own.Length < Many ? Array.ConvertAll(own, Made) : [.. own.AsParallel().AsOrdered().Select(Made)];
        }

        CatalogItem Made(ProductRow row) => Item(row, finals[row.Id], texts);
    }

    private CatalogItem Item(ProductRow row, IEnumerable<GroundTruthTagRow> finals, SharedTexts? texts = null)
    {
        var predicted = row is { Fingerprint: { } fingerprint, Tags: { } tags }
            ? readings.TryRead(texts?.Of(fingerprint) ?? fingerprint, tags) : null;
        var latest = finals.GroupBy(tag => tag.Attribute).Select(group => GroundTruthTagText.TryRead(vocabulary, group.Last()))
            .OfType<ReviewedTag>();
        return new CatalogItem(vocabulary, row.ToProduct(texts), predicted, [.. latest], beliefs) { IsWithdrawn = row.Removed };
    }

    private ProductRow Row(Product product, PredictedTags? predicted, long revision) => new()
    {
        Id = product.Id, Name = product.Name, Type = product.Type, Group = product.Group, Section = product.Section,
        Colour = product.Colour,
        Pattern = product.Pattern, Price = product.Price, Description = product.Description, Picture = product.Picture,
        PictureWidth = product.PictureWidth, PictureHeight = product.PictureHeight, Link = product.Link, Sizes = product.Sizes,
        Availability = product.Availability, MorePictures = product.MorePictures,
        Fingerprint = predicted?.Fingerprint, Tags = predicted is null ? null : readings.Write(predicted), Revision = revision,
    };
}
