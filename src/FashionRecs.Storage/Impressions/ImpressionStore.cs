using System.Text.Json;
using FashionRecs.Application.Impressions;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Impressions;

/// <summary>The append-only log of what was shown to whom.</summary>
public sealed class ImpressionStore(ShopDatabase database, GroupCommit writes, TimeProvider time)
{
    /// <summary>Logs a list once; prerendering and reconnects may call again with the same id. Returns whether it was new.</summary>
    public Task<bool> LogAsync(Impression seen) => writes.RunAsync(async context =>
    {
        var (products, now) = (JsonSerializer.Serialize(seen.Products), time.GetUtcNow().ToUnixTimeMilliseconds());
        var added = await context.Database.ExecuteSqlAsync(
            $"INSERT INTO Impressions (Id, Shopper, Place, Products, AtMilliseconds) VALUES ({seen.Id}, {seen.Shopper}, {seen.Place}, {products}, {now}) ON CONFLICT (Id) DO NOTHING");
        return added == 1;
    });

    /// <summary>Everything shown to a shopper, oldest first.</summary>
    public Task<IReadOnlyList<Impression>> OfShopperAsync(Guid shopper, CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<Impression>>(async context =>
    {
        var rows = await context.Impressions.AsNoTracking().Where(row => row.Shopper == shopper).OrderBy(row => row.AtMilliseconds).ToListAsync(cancellation);
        return [.. rows.Select(row => new Impression(row.Id, row.Shopper, row.Place, JsonSerializer.Deserialize<string[]>(row.Products) ?? [])
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
        })];
    }, cancellation);
}
