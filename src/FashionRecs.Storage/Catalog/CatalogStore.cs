using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Catalog;

/// <summary>Products, what the network said of them, and what people said. Every change raises the catalog's revision.</summary>
public sealed class CatalogStore(ShopDatabase database, StorageOptions options, AttributeVocabulary vocabulary, TimeProvider time) : IDisposable
{
    private readonly StandingQuery<long> revision = new(database, options, "SELECT Revision FROM CatalogRevision", row => row.GetInt64(0));

    /// <summary>Number of the latest change; 0 for an empty catalog.</summary>
    public Task<long> RevisionAsync(CancellationToken cancellation = default) => revision.AskAsync(cancellation: cancellation);

    /// <summary>Everything that changed after a revision; 0 gives the whole catalog, in the order of ids.</summary>
    public Task<CatalogChanges> ChangesSinceAsync(long revision, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        await using var snapshot = await context.ReadAsync(cancellation);
        var now = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
        var rows = await context.Products.AsNoTracking().Where(row => row.Revision > revision).OrderBy(row => row.Id).ToListAsync(cancellation);
        var changed = context.Products.Where(row => row.Revision > revision).Select(row => row.Id);
        var finals = (await context.FinalTags.AsNoTracking().Where(row => changed.Contains(row.ProductId)).OrderBy(row => row.Sequence).ToListAsync(cancellation))
            .ToLookup(row => row.ProductId);
        return new CatalogChanges(now, [.. rows.Where(row => !row.Removed).Select(row => Item(row, finals[row.Id]))], [.. rows.Where(row => row.Removed).Select(row => row.Id)]);
    }, cancellation);

    /// <summary>One product, or null where there is none (any more).</summary>
    public Task<CatalogItem?> TryFindAsync(string id, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var row = await context.Products.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id && !candidate.Removed, cancellation);
        var finals = await context.FinalTags.AsNoTracking().Where(tag => tag.ProductId == id).OrderBy(tag => tag.Sequence).ToListAsync(cancellation);
        return row is null ? null : Item(row, finals);
    }, cancellation);

    /// <summary>Adds a product or replaces what was known of it; people's tags stay.</summary>
    public Task SaveAsync(Product product, PredictedTags? predicted, CancellationToken cancellation = default) =>
        SaveAsync([(product, predicted)], cancellation);

    /// <summary>Adds or replaces many products in one step: a reader sees all of them or none.</summary>
    public Task SaveAsync(IReadOnlyList<(Product Product, PredictedTags? Predicted)> products, CancellationToken cancellation = default) => ChangeAsync(async (context, revision) =>
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

                    EarlierPredictions.Keep(context, before, row.Fingerprint, time.GetUtcNow());
                    context.Entry(before).CurrentValues.SetValues(row);
                }
                else
                {
                    context.Products.Add(row);
                }
            }

            await context.SaveChangesAsync(cancellation);
        }

        return revision;
    }, cancellation);

    /// <summary>Takes a product out of the shop; histories that name it stay whole.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellation = default) => ChangeAsync(async (context, revision) =>
    {
        foreach (var row in await context.Products.Where(candidate => candidate.Id == id).ToListAsync(cancellation))
        {
            (row.Removed, row.Revision) = (true, revision);
        }

        return revision;
    }, cancellation);

    /// <summary>Runs one change in a transaction of its own, with the revision it brings the catalog to.</summary>
    internal Task<T> ChangeAsync<T>(Func<FashionRecsContext, long, Task<T>> change, CancellationToken cancellation) => database.RunAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // Raising the counter first takes the write lock, so that revisions follow the order of commits.
        await context.CatalogRevision.ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, row => row.Revision + 1), cancellation);
        var revision = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
        var result = await change(context, revision);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => revision.Dispose();

    private CatalogItem Item(ProductRow row, IEnumerable<FinalTagRow> finals)
    {
        var product = new Product
        {
            Id = row.Id, Name = row.Name, Type = row.Type, Group = row.Group, Section = row.Section, Colour = row.Colour, Pattern = row.Pattern,
            Price = row.Price, Description = row.Description, Picture = row.Picture, PictureWidth = row.PictureWidth, PictureHeight = row.PictureHeight,
        };
        var predicted = row is { Fingerprint: { } fingerprint, Tags: { } tags } ? TagsBlob.TryRead(vocabulary, fingerprint, tags) : null;
        var latest = finals.GroupBy(tag => tag.Attribute).Select(group => FinalTagText.TryRead(vocabulary, group.Last())).OfType<ReviewedTag>();
        return new CatalogItem(vocabulary, product, predicted, [.. latest]);
    }

    private static ProductRow Row(Product product, PredictedTags? predicted, long revision) => new()
    {
        Id = product.Id, Name = product.Name, Type = product.Type, Group = product.Group, Section = product.Section, Colour = product.Colour,
        Pattern = product.Pattern, Price = product.Price, Description = product.Description, Picture = product.Picture,
        PictureWidth = product.PictureWidth, PictureHeight = product.PictureHeight,
        Fingerprint = predicted?.Fingerprint, Tags = predicted is null ? null : TagsBlob.Write(predicted), Revision = revision,
    };
}
