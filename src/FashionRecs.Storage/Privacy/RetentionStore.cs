using FashionRecs.Application.Privacy;
using FashionRecs.Experiments.Logging;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Research;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Privacy;

/// <inheritdoc/>
internal sealed class RetentionStore(ShopDatabase database, SmallSteps steps) : IRetentionStore
{
    /// <summary>Exposures that are looked at at a time.</summary>
    private const int Portion = 2_000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> LeftAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Guid>>(async context =>
        {
            var end = before.ToUnixTimeMilliseconds();
            // Who takes part in a study agreed to that; how long it is kept is the study's.
            return await context.Database.SqlQuery<Guid>(
                $"""
                 SELECT "Shoppers"."Id" AS "Value" FROM "Shoppers"
                 WHERE "Shoppers"."CreatedMilliseconds" < {end}
                     AND NOT EXISTS (SELECT 1 FROM "Accounts" WHERE "Accounts"."Id" = "Shoppers"."Id")
                     AND NOT EXISTS (SELECT 1 FROM "Participants" WHERE "Participants"."Unit" = "Shoppers"."Id")
                     AND NOT EXISTS (
                         SELECT 1 FROM "Events" WHERE "Events"."Shopper" = "Shoppers"."Id" AND "Events"."AtMilliseconds" >= {end})
                 LIMIT {most}
                 """).ToListAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        return steps.RemoveAsync("", context => context.Events.Where(row => row.AtMilliseconds < end).OrderBy(row => row.Sequence)
            .Select(row => row.Sequence), async (context, some) =>
            {
                // Whoever read them before must notice that there are fewer now.
                var shoppers = await context.Events.Where(row => some.Contains(row.Sequence)).Select(row => row.Shopper).Distinct()
                    .ToArrayAsync(CancellationToken.None);
                await context.Shoppers.Where(row => shoppers.Contains(row.Id))
                    .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, row => row.Revision + 1),
                        CancellationToken.None);
                return await context.Events.Where(row => some.Contains(row.Sequence)).ExecuteDeleteAsync(CancellationToken.None);
            }, cancellation);
    }

    /// <inheritdoc/>
    public Task<int> RemoveImpressionsAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        return steps.RemoveAsync("", context => context.Impressions.Where(row => row.AtMilliseconds < end).Select(row => row.Id),
            (context, some) => context.Impressions.Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None),
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<int> RemoveExperimentLogsAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var end = before.ToUnixTimeMilliseconds();
        var outcomes = await steps.RemoveAsync("",
            context => context.Outcomes.Where(row => row.AtMilliseconds < end).OrderBy(row => row.Sequence).Select(row => row.Sequence),
            (context, some) => context.Outcomes.Where(row => some.Contains(row.Sequence)).ExecuteDeleteAsync(CancellationToken.None),
            cancellation);
        return outcomes + await RemoveExposuresAsync(before, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> ForgetParticipantsAsync(DateTimeOffset before, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyList<Guid>>(context => ParticipantStore.ExpireAsync(context, before, cancellation), cancellation);

    /// <summary>
    /// Removes exposures after which nothing is kept any more. They are numbered in the order in which they were logged, so that what is
    /// new need not be read; one that came to an account when its owner signed in counts from then.
    /// </summary>
    private async Task<int> RemoveExposuresAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var (last, gone, old) = (0L, 0, true);
        while (old)
        {
            var (from, rows) = (last, await database.RunAsync(
                context => context.Exposures.AsNoTracking().Where(row => row.Sequence > last).OrderBy(row => row.Sequence).Take(Portion)
                    .Select(row => new { row.Sequence, row.Document }).ToListAsync(cancellation), cancellation));
            var due = rows.Where(row => ExperimentDocuments.Read<Exposure>(row.Document).At < before).Select(row => row.Sequence).ToArray();
            (last, old) = (rows.Count == 0 ? last : rows[^1].Sequence, due.Length > 0);
            var to = last;
            if (old)
            {
                gone += await steps.RemoveAsync("",
                    context => context.Exposures.Where(row => row.Sequence > from && row.Sequence <= to && due.Contains(row.Sequence)
                        && !context.Outcomes.Any(outcome => outcome.ExposureId == row.Id)).Select(row => row.Sequence),
                    (context, some) => context.Exposures.Where(row => some.Contains(row.Sequence)
                        && !context.Outcomes.Any(outcome => outcome.ExposureId == row.Id)).ExecuteDeleteAsync(CancellationToken.None),
                    cancellation);
            }
        }

        return gone;
    }
}
