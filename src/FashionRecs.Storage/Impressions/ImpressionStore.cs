using System.Text.Json;
using FashionRecs.Application.Impressions;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Impressions;

/// <inheritdoc/>
internal sealed class ImpressionStore(ShopDatabase database, GroupCommit writes, TimeProvider time) : IImpressionStore
{
    /// <inheritdoc/>
    public Task<bool> LogAsync(Impression seen) => writes.RunAsync(seen.Shopper.ToString(), async context =>
    {
        var (products, now) = (JsonSerializer.Serialize(seen.Products), time.GetUtcNow().ToUnixTimeMilliseconds());
        var added = await context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "Impressions" ("Id", "Shopper", "Place", "Products", "AtMilliseconds")
             VALUES ({seen.Id}, {seen.Shopper}, {seen.Place}, {products}, {now})
             ON CONFLICT ("Id") DO NOTHING
             """);
        return added == 1;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Impression>> OfShopperAsync(Guid shopper, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Impression>>(async context =>
        {
            var rows = await context.Impressions.AsNoTracking().Where(row => row.Shopper == shopper).OrderBy(row => row.AtMilliseconds)
                .ToListAsync(cancellation);
            return [.. rows.Select(Read)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Impression>> SampleAsync(DateTimeOffset since, int most, CancellationToken cancellation = default)
    {
        var first = since.ToUnixTimeMilliseconds();
        // The ids are drawn by chance, so that their order says nothing of what they stand for.
        return database.RunAsync<IReadOnlyList<Impression>>(
            async context => [.. (await context.Impressions.AsNoTracking().Where(row => row.AtMilliseconds >= first).OrderBy(row => row.Id)
                .Take(most)
                .ToListAsync(cancellation)).Select(Read)], cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyDictionary<string, int>>(async context =>
        (await context.Database.SqlQuery<ShownCount>(database.Dialect.ShownCounts).ToListAsync(cancellation))
        .ToDictionary(row => row.Product, row => row.Times, StringComparer.Ordinal), cancellation);

    private static Impression Read(ImpressionRow row) =>
        new(row.Id, row.Shopper, row.Place, JsonSerializer.Deserialize<string[]>(row.Products) ?? [])
    {
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
    };

    private sealed record ShownCount(string Product, int Times);
}
