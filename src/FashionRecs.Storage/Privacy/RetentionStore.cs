using FashionRecs.Application.Privacy;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Privacy;

/// <inheritdoc/>
internal sealed class RetentionStore(ShopDatabase database) : IRetentionStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> LeftAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Guid>>(async context =>
        {
            var end = before.ToUnixTimeMilliseconds();
            return await context.Database.SqlQuery<Guid>(
                $"""
                 SELECT "Shoppers"."Id" AS "Value" FROM "Shoppers"
                 WHERE "Shoppers"."CreatedMilliseconds" < {end}
                     AND NOT EXISTS (SELECT 1 FROM "Accounts" WHERE "Accounts"."Id" = "Shoppers"."Id")
                     AND NOT EXISTS (
                         SELECT 1 FROM "Events" WHERE "Events"."Shopper" = "Shoppers"."Id" AND "Events"."AtMilliseconds" >= {end})
                 LIMIT {most}
                 """).ToListAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var end = before.ToUnixTimeMilliseconds();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            // Whoever read them before must notice that there are fewer now.
            await context.Database.ExecuteSqlAsync(
                $"""
                 UPDATE "Shoppers" SET "Revision" = "Revision" + 1
                 WHERE EXISTS (SELECT 1 FROM "Events" WHERE "Events"."Shopper" = "Shoppers"."Id" AND "Events"."AtMilliseconds" < {end})
                 """, cancellation);
            var gone = await context.Events.Where(row => row.AtMilliseconds < end).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return gone;
        }, cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveImpressionsAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        return database.RunAsync(context => context.Impressions.Where(row => row.AtMilliseconds < end).ExecuteDeleteAsync(cancellation),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<int> RemoveOutcomesAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        return database.RunAsync(context => context.Outcomes.Where(row => row.AtMilliseconds < end).ExecuteDeleteAsync(cancellation),
            cancellation);
    }
}
