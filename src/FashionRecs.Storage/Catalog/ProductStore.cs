using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Storage.CatalogImport;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Catalog;

/// <inheritdoc/>
internal sealed class ProductStore(ShopDatabase database, CatalogWrites writes, AttributeVocabulary vocabulary, TimeProvider time)
    : IProductStore
{
    /// <summary>Products per query, so that a bulk edit stays below the limit of parameters.</summary>
    private const int Chunk = 400;

    private readonly ReadingsBlob readings = new(vocabulary);
    private readonly GroundTruthTagWriter finals = new(vocabulary, time);

    /// <inheritdoc/>
    public Task<StoredProduct?> TryFindAsync(string id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Products.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.Deleted, cancellation) is { } row
            ? Stored(row) : null, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProductChange>> ChangeAsync(
        ProductAct act, IReadOnlyCollection<string> ids, Func<StoredProduct, StoredProduct?> change,
        CancellationToken cancellation = default) =>
        writes.ChangeAsync<IReadOnlyList<ProductChange>>(async (context, revision) =>
        {
            var done = new List<ProductChangeRow>();
            foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(Chunk))
            {
                foreach (var row in await context.Products.Where(row => chunk.Contains(row.Id) && !row.Deleted).OrderBy(row => row.Id)
                    .ToListAsync(cancellation))
                {
                    var before = Stored(row);
                    if (change(before) is not { } after)
                    {
                        continue;
                    }

                    var fields = ProductField.Compare(before.Product, after.Product);
                    if (fields.Count == 0 && before.IsWithdrawn == after.IsWithdrawn)
                    {
                        continue;
                    }

                    var note = await ApplyAsync(context, row, after, act, revision, cancellation);
                    done.Add(ProductChangeText.Write(act, row.Id, time.GetUtcNow(), fields, note));
                    context.Add(done[^1]);
                }

                await context.SaveChangesAsync(cancellation);
            }

            return [.. done.Select(ProductChangeText.Read)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<(int Products, IReadOnlyList<string> Pictures)> DeleteAsync(ProductAct act, IReadOnlyCollection<string> ids,
        CancellationToken cancellation = default) =>
        writes.ChangeAsync<(int, IReadOnlyList<string>)>(async (context, revision) =>
        {
            var (pictures, count) = (new HashSet<string>(StringComparer.Ordinal), 0);
            foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(Chunk))
            {
                var rows = await context.Products.Where(row => chunk.Contains(row.Id) && !row.Deleted).ToListAsync(cancellation);
                var gone = rows.ConvertAll(row => row.Id);
                pictures.UnionWith(rows.SelectMany(row => row.ToProduct().Pictures));
                pictures.UnionWith(await context.Set<EarlierPredictionRow>().Where(row => gone.Contains(row.ProductId))
                    .Select(row => row.Picture).ToListAsync(cancellation));
                await ForgetAsync(context, gone, cancellation);
                foreach (var row in rows)
                {
                    context.Add(ProductChangeText.Write(act, row.Id, time.GetUtcNow(), []));
                    context.Entry(row).CurrentValues.SetValues(Tombstone(row.Id, revision));
                }

                await context.SaveChangesAsync(cancellation);
                count += rows.Count;
            }

            return (count, [.. await OrphansAsync(context, pictures, cancellation)]);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProductChange>> HistoryAsync(string product, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.ProductId == product).OrderByDescending(row => row.Sequence), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProductChange>> OfActAsync(Guid act, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.Act == act).OrderBy(row => row.Sequence), cancellation);

    private Task<IReadOnlyList<ProductChange>> ReadAsync(Func<IQueryable<ProductChangeRow>, IQueryable<ProductChangeRow>> which,
        CancellationToken cancellation) =>
        database.RunAsync<IReadOnlyList<ProductChange>>(
            async context => [.. (await which(context.Set<ProductChangeRow>().AsNoTracking()).ToListAsync(cancellation))
                .Select(ProductChangeText.Read)], cancellation);

    /// <summary>Writes a product as it shall be; returns what else that did, in a sentence, or null.</summary>
    private async Task<string?> ApplyAsync(
        FashionRecsContext context, ProductRow row, StoredProduct after, ProductAct act, long revision, CancellationToken cancellation)
    {
        var (now, product) = (time.GetUtcNow(), after.Product);
        string? note = null;
        if (row.Picture != product.Picture)
        {
            await EarlierPredictions.KeepAsync(context, row, null, null, now, cancellation);
            await StaleRegions.DropAsync(context, row.Id, now, cancellation);
            (row.Fingerprint, row.Tags) = after.Reading is { } reading ? (reading.Fingerprint, readings.Write(reading))
                : await EarlierPredictions.TryFindAsync(context, row.Id, row.Fingerprint, product.Picture, cancellation);
            await context.Set<RegionCheckRow>().Where(check => check.ProductId == row.Id).ExecuteDeleteAsync(cancellation);
        }

        (row.Name, row.Type, row.Group, row.Section, row.Colour, row.Pattern, row.Price, row.Description) = (
            product.Name, product.Type, product.Group, product.Section, product.Colour, product.Pattern, product.Price,
            product.Description);
        (row.Link, row.Availability, row.Sizes, row.MorePictures) =
            (product.Link, product.Availability, product.Sizes, product.MorePictures);
        (row.Picture, row.PictureWidth, row.PictureHeight) = (product.Picture, product.PictureWidth, product.PictureHeight);
        (row.Removed, row.Revision) = (after.IsWithdrawn, revision);
        await context.SaveChangesAsync(cancellation);
        if (after.DropsReviews)
        {
            var dropped = await DropAsync(context, row.Id, act, revision, cancellation);
            note = dropped == 0 ? "The picture is another one." : null;
        }
        else if (after.BringsBackReviewsOf is { } step)
        {
            await BringBackAsync(context, row.Id, step, act, revision, cancellation);
        }

        return note;
    }

    private async Task<int> DropAsync(FashionRecsContext context, string product, ProductAct act, long revision,
        CancellationToken cancellation)
    {
        var said = await context.Annotations.Where(tag => tag.ProductId == product && tag.DroppedBy == null).ToListAsync(cancellation);
        said.ForEach(tag => tag.DroppedBy = act.Id);
        await context.SaveChangesAsync(cancellation);
        await finals.DecideAsync(context, revision, said.Select(tag => (product, tag.Attribute)).ToHashSet(), act.Id, cancellation);
        return said.Count;
    }

    private async Task BringBackAsync(FashionRecsContext context, string product, Guid step, ProductAct act, long revision,
        CancellationToken cancellation)
    {
        var said = await context.Annotations.Where(tag => tag.ProductId == product && tag.DroppedBy == step).ToListAsync(cancellation);
        said.ForEach(tag => tag.DroppedBy = null);
        await context.SaveChangesAsync(cancellation);
        await finals.DecideAsync(context, revision, said.Select(tag => (product, tag.Attribute)).ToHashSet(), act.Id, cancellation);
    }

    private static async Task ForgetAsync(FashionRecsContext context, List<string> gone, CancellationToken cancellation)
    {
        await context.Annotations.Where(row => gone.Contains(row.ProductId)).ExecuteDeleteAsync(cancellation);
        await context.GroundTruthTags.Where(row => gone.Contains(row.ProductId)).ExecuteDeleteAsync(cancellation);
        await context.Set<EarlierPredictionRow>().Where(row => gone.Contains(row.ProductId)).ExecuteDeleteAsync(cancellation);
        await context.Set<RegionCheckRow>().Where(row => gone.Contains(row.ProductId)).ExecuteDeleteAsync(cancellation);
        // What was handed in stays on record; what the network said of it does not. An import that is still on its way needs it.
        string[] over = [nameof(Application.CatalogImport.CatalogImportState.Done),
            nameof(Application.CatalogImport.CatalogImportState.TakenBack)];
        await context.Set<CatalogImportItemRow>().Where(item => item.ProductId != null && gone.Contains(item.ProductId)
            && context.Set<CatalogImportRow>().Any(import => import.Id == item.ImportId && over.Contains(import.State)))
            .ExecuteUpdateAsync(update => update.SetProperty(item => item.Tags, (byte[]?)null), cancellation);
        // Of earlier texts nothing is left either, but who did what and when.
        await context.Set<ProductChangeRow>().Where(row => gone.Contains(row.ProductId))
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Fields, ""), cancellation);
    }

    /// <summary>Pictures that no product has or had, and that no import on its way brings.</summary>
    private static async Task<IEnumerable<string>> OrphansAsync(FashionRecsContext context, HashSet<string> pictures,
        CancellationToken cancellation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        string[] over = [nameof(Application.CatalogImport.CatalogImportState.Done),
            nameof(Application.CatalogImport.CatalogImportState.TakenBack),
            nameof(Application.CatalogImport.CatalogImportState.Cancelled), nameof(Application.CatalogImport.CatalogImportState.Refused)];
        foreach (var chunk in pictures.Chunk(Chunk))
        {
            used.UnionWith(await context.Products.Where(row => chunk.Contains(row.Picture)).Select(row => row.Picture)
                .ToListAsync(cancellation));
            used.UnionWith(await context.Set<EarlierPredictionRow>().Where(row => chunk.Contains(row.Picture)).Select(row => row.Picture)
                .ToListAsync(cancellation));
            used.UnionWith(await context.Set<CatalogImportItemRow>().Where(item => item.Picture != null && chunk.Contains(item.Picture)
                && context.Set<CatalogImportRow>().Any(import => import.Id == item.ImportId && !over.Contains(import.State)))
                .Select(item => item.Picture!).ToListAsync(cancellation));
        }

        var further = await context.Products.Where(row => row.MorePictures != "").Select(row => row.MorePictures).ToListAsync(cancellation);
        used.UnionWith(further.SelectMany(names => names.Split(' ')));
        return pictures.Where(picture => picture.Length > 0 && !used.Contains(picture));
    }

    private static ProductRow Tombstone(string id, long revision) => new()
    {
        Id = id, Name = "", Type = "", Group = "", Section = "", Colour = "", Pattern = "", Description = "", Picture = "", Removed = true,
        Deleted = true, Revision = revision,
    };

    private static StoredProduct Stored(ProductRow row) => new(row.ToProduct(), row.Removed);
}
