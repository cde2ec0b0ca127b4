using System.Globalization;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Models;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Review;

/// <inheritdoc/>
internal sealed class RegionCheckStore(ShopDatabase database, AttributeVocabulary vocabulary) : IRegionCheckStore
{
    /// <summary>
    /// Stands behind the fingerprint of the weights; goes up with another way of measuring, so that everything is measured anew.
    /// </summary>
    private const string Method = "/2";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>>> AllAsync(
        CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyDictionary<string, IReadOnlyDictionary<GarmentAttribute, double>>>(async context =>
        {
            var rows = await context.Set<RegionCheckRow>().AsNoTracking()
                .Where(check => context.Products.Any(row => row.Id == check.ProductId && row.Fingerprint + Method == check.Fingerprint))
                    .ToListAsync(cancellation);
            return rows.ToDictionary(row => row.ProductId, row => Read(row.Parts), StringComparer.Ordinal);
        }, cancellation);

    /// <inheritdoc/>
    public Task<(int Checks, long Use)> StampAsync(CancellationToken cancellation = default) => database.RunAsync(async context => (
        await context.Set<RegionCheckRow>().CountAsync(cancellation),
        await context.Set<WeightsUseRow>().MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0), cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<(CatalogItem Item, IReadOnlyDictionary<GarmentAttribute, double> Parts)> checks,
        CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            foreach (var (item, parts) in checks)
            {
                var row = new RegionCheckRow { ProductId = item.Product.Id, Fingerprint = item.Predicted!.Fingerprint + Method,
                    Parts = Write(parts) };
                var known = await context.Set<RegionCheckRow>().FindAsync([row.ProductId, row.Fingerprint], cancellation);
                if (known is null)
                {
                    context.Add(row);
                }
                else
                {
                    known.Parts = row.Parts;
                }
            }

            return await context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> MissingAsync(int most, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<string>>(async context => await context.Products
            .Where(row => !row.Removed && row.Fingerprint != null && !context.Set<RegionCheckRow>()
                .Any(check => check.ProductId == row.Id && check.Fingerprint == row.Fingerprint + Method))
            .OrderBy(row => row.Id).Take(most).Select(row => row.Id).ToListAsync(cancellation), cancellation);

    private static string Write(IReadOnlyDictionary<GarmentAttribute, double> parts) =>
        string.Join(' ', parts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Code}={pair.Value:0.###}")));

    private IReadOnlyDictionary<GarmentAttribute, double> Read(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Where(pair => vocabulary.TryFind(pair[0]) is not null)
        .ToDictionary(pair => vocabulary[pair[0]], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
}
