using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Models;

/// <summary>Weights made from reviews.</summary>
/// <param name="Fingerprint">Of the file.</param>
/// <param name="Path">The file; null for the weights that ship.</param>
/// <param name="Report">How they were made and measured, as JSON.</param>
/// <param name="At">When they were made.</param>
public sealed record KeptWeights(string Fingerprint, string? Path, string Report, DateTimeOffset At);

/// <summary>Weights that were taken into use.</summary>
/// <param name="Fingerprint">Of the file.</param>
/// <param name="Person">Who took them into use.</param>
/// <param name="At">When.</param>
public sealed record WeightsUse(string Fingerprint, string Person, DateTimeOffset At);

/// <summary>Knows which weights there are and which are in use, for every process. Safe to share between threads.</summary>
public sealed class WeightsStore(ShopDatabase database, CatalogStore catalog, StorageOptions options, TimeProvider time)
{
    /// <summary>Folder of weights made here: beside the database.</summary>
    public string Folder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!, "weights");

    /// <summary>Keeps weights; keeping the same ones again changes nothing.</summary>
    public Task KeepAsync(KeptWeights weights, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        if (await context.Set<WeightsRow>().FindAsync([weights.Fingerprint], cancellation) is null)
        {
            context.Add(new WeightsRow { Fingerprint = weights.Fingerprint, Path = weights.Path, Report = weights.Report, AtMilliseconds = weights.At.ToUnixTimeMilliseconds() });
        }

        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <summary>All weights that were kept, newest first.</summary>
    public Task<IReadOnlyList<KeptWeights>> AllAsync(CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<KeptWeights>>(async context =>
        [.. (await context.Set<WeightsRow>().AsNoTracking().OrderByDescending(row => row.AtMilliseconds).ToListAsync(cancellation))
            .Select(row => new KeptWeights(row.Fingerprint, row.Path, row.Report, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds)))], cancellation);

    /// <summary>Every time weights were taken into use, newest first; the first one counts. Empty while those that ship are in use.</summary>
    public Task<IReadOnlyList<WeightsUse>> UsesAsync(CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<WeightsUse>>(async context =>
        [.. (await context.Set<WeightsUseRow>().AsNoTracking().OrderByDescending(row => row.Sequence).ToListAsync(cancellation))
            .Select(row => new WeightsUse(row.Fingerprint, row.Person, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds)))], cancellation);

    /// <summary>The weights in use, or null for those that ship.</summary>
    public Task<KeptWeights?> CurrentAsync(CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var latest = await context.Set<WeightsUseRow>().OrderByDescending(row => row.Sequence).Select(row => row.Fingerprint).FirstOrDefaultAsync(cancellation);
        var row = latest is null ? null : await context.Set<WeightsRow>().AsNoTracking().SingleOrDefaultAsync(weights => weights.Fingerprint == latest, cancellation);
        return row is null ? null : new KeptWeights(row.Fingerprint, row.Path, row.Report, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds));
    }, cancellation);

    /// <summary>
    /// Takes weights into use. Readings that these weights made before come back at once; the rest of the catalog is read in the background.
    /// Going back is taking earlier weights into use. Returns how many readings came back.
    /// </summary>
    /// <exception cref="InvalidDataException">There are no such weights.</exception>
    public async Task<int> UseAsync(string fingerprint, string person, CancellationToken cancellation = default)
    {
        var known = (await AllAsync(cancellation)).FirstOrDefault(weights => weights.Fingerprint == fingerprint)
            ?? throw new InvalidDataException($"There are no weights '{fingerprint}'.");
        if (known.Path is { } path && !File.Exists(path))
        {
            throw new InvalidDataException($"The weights file '{path}' is gone.");
        }

        return await catalog.ChangeAsync(async (context, revision) =>
        {
            var now = time.GetUtcNow();
            context.Add(new WeightsUseRow { Fingerprint = fingerprint, Person = person, AtMilliseconds = now.ToUnixTimeMilliseconds() });
            var earlier = (await context.Set<EarlierPredictionRow>().Where(row => row.Fingerprint == fingerprint).ToListAsync(cancellation)).ToDictionary(row => (row.ProductId, row.Picture));
            var back = 0;
            await foreach (var product in context.Products.Where(row => row.Fingerprint != fingerprint && !row.Removed).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (earlier.TryGetValue((product.Id, product.Picture), out var reading))
                {
                    EarlierPredictions.Keep(context, product, fingerprint, now);
                    (product.Fingerprint, product.Tags, product.Revision) = (fingerprint, reading.Tags, revision);
                    back++;
                }
            }

            return back;
        }, cancellation);
    }

    /// <summary>
    /// Notes that the weights that ship are in use where nobody ever chose others and a product's reading comes from older ones (those of an earlier version of the
    /// shop, or of a catalog that was read before they were made), so that the catalog is read anew.
    /// </summary>
    /// <param name="fingerprint">Of the weights that ship.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <returns>How many products are to be read anew.</returns>
    public async Task<int> FollowShippedAsync(string fingerprint, CancellationToken cancellation = default)
    {
        if (await CurrentAsync(cancellation) is not null || await StaleAsync(fingerprint, 0, cancellation) is not { Left: > 0 and var left })
        {
            return 0;
        }

        await KeepAsync(new KeptWeights(fingerprint, null, "{}", DateTimeOffset.UnixEpoch), cancellation);
        return left - await UseAsync(fingerprint, "the shop itself, at its start", cancellation);
    }

    /// <summary>Products whose reading comes from other weights than those in use, in the order of ids; how many there are in all.</summary>
    public Task<(IReadOnlyList<(string Id, string Picture)> Next, int Left)> StaleAsync(string fingerprint, int most, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var stale = context.Products.Where(row => !row.Removed && row.Fingerprint != fingerprint);
        var next = await stale.OrderBy(row => row.Id).Take(most).Select(row => new { row.Id, row.Picture }).ToListAsync(cancellation);
        return ((IReadOnlyList<(string, string)>)[.. next.Select(row => (row.Id, row.Picture))], await stale.CountAsync(cancellation));
    }, cancellation);
}
