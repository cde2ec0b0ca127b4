using FashionRecs.Application.Models;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Models;

/// <inheritdoc/>
internal sealed class ModelStore(ShopDatabase database, CatalogWrites writes, TimeProvider time) : IModelStore
{
    /// <inheritdoc/>
    public Task KeepAsync(RegisteredModel weights, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        if (await context.Set<WeightsRow>().FindAsync([weights.Fingerprint], cancellation) is null)
        {
            context.Add(new WeightsRow { Fingerprint = weights.Fingerprint, Path = weights.Path, Report = weights.Report,
                AtMilliseconds = weights.At.ToUnixTimeMilliseconds() });
        }

        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RegisteredModel>> AllAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<RegisteredModel>>(async context =>
        [.. (await context.Set<WeightsRow>().AsNoTracking().OrderByDescending(row => row.AtMilliseconds).ToListAsync(cancellation))
            .Select(row =>
                new RegisteredModel(row.Fingerprint, row.Path, row.Report, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds)))],
                cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ModelUse>> UsesAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<ModelUse>>(async context =>
        [.. (await context.Set<WeightsUseRow>().AsNoTracking().OrderByDescending(row => row.Sequence).ToListAsync(cancellation))
            .Select(row => new ModelUse(row.Fingerprint, row.Person, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds)))],
                cancellation);

    /// <inheritdoc/>
    public Task<RegisteredModel?> CurrentAsync(CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var latest = await context.Set<WeightsUseRow>().OrderByDescending(row => row.Sequence).Select(row => row.Fingerprint)
            .FirstOrDefaultAsync(cancellation);
        var row = latest is null ? null
            : await context.Set<WeightsRow>().AsNoTracking().SingleOrDefaultAsync(weights => weights.Fingerprint == latest, cancellation);
        return row is null ? null
            : new RegisteredModel(row.Fingerprint, row.Path, row.Report, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds));
    }, cancellation);

    /// <inheritdoc/>
    public Task<int> UseAsync(string fingerprint, string person, CancellationToken cancellation = default) =>
        writes.ChangeAsync(async (context, revision) =>
        {
            var now = time.GetUtcNow();
            context.Add(new WeightsUseRow { Fingerprint = fingerprint, Person = person, AtMilliseconds = now.ToUnixTimeMilliseconds() });
            var earlier = (await context.Set<EarlierPredictionRow>().Where(row => row.Fingerprint == fingerprint).ToListAsync(cancellation))
                .ToDictionary(row => (row.ProductId, row.Picture));
            var back = 0;
            await foreach (var product in context.Products.Where(row => row.Fingerprint != fingerprint && !row.Deleted).AsAsyncEnumerable()
                .WithCancellation(cancellation))
            {
                if (earlier.TryGetValue((product.Id, product.Picture), out var reading))
                {
                    await EarlierPredictions.KeepAsync(context, product, fingerprint, product.Picture, now, cancellation);
                    (product.Fingerprint, product.Tags, product.Revision) = (fingerprint, reading.Tags, revision);
                    back++;
                }
            }

            return back;
        }, cancellation);

    /// <inheritdoc/>
    public Task<int> RelocateAsync(string from, string to, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        foreach (var row in await context.Set<WeightsRow>().Where(row => row.Path != null).ToListAsync(cancellation))
        {
            if (Path.GetDirectoryName(row.Path) == from.TrimEnd(Path.DirectorySeparatorChar))
            {
                row.Path = Path.Combine(to, Path.GetFileName(row.Path)!);
            }
        }

        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <inheritdoc/>
    public Task<(IReadOnlyList<(string Id, string Picture)> Next, int Left)> StaleAsync(string fingerprint, int most,
        (string From, string To)? among = null, CancellationToken cancellation = default) => database.RunAsync(async context =>
        {
            var stale = context.Products.Where(row => !row.Deleted && row.Fingerprint != fingerprint);
            if (among is { From: var from, To: var to })
            {
                stale = stale.Where(row => string.Compare(row.Id, from) >= 0 && string.Compare(row.Id, to) <= 0);
            }

            var next = await stale.OrderBy(row => row.Id).Take(most).Select(row => new { row.Id, row.Picture }).ToListAsync(cancellation);
            return ((IReadOnlyList<(string, string)>)[.. next.Select(row => (row.Id, row.Picture))], await stale.CountAsync(cancellation));
        }, cancellation);
}
