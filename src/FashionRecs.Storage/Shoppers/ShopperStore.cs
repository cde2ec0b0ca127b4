using System.Runtime.CompilerServices;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Research;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Shoppers;

/// <inheritdoc/>
internal sealed class ShopperStore(
    ShopDatabase database, GroupCommit writes, SmallSteps steps, AttributeVocabulary vocabulary, TimeProvider time)
    : IShopperStore, IDisposable
{
    private const string Undo = "Undo";

    /// <summary>Rows of a log that are read at a time.</summary>
    private const int Part = 1_000;

    private readonly EventText texts = new(vocabulary);
    private readonly PreparedQuery<long> revisions =
        new(database, """SELECT "Revision" FROM "Shoppers" WHERE "Id" = @key""", row => row.GetInt64(0));

    /// <inheritdoc/>
    public Task<long> RevisionAsync(Guid shopper, CancellationToken cancellation = default) => revisions.AskAsync(shopper, cancellation);

    /// <inheritdoc/>
    public Task<bool> AppendAsync(IReadOnlyList<(ShopperEvent Seen, ItemVector? Item)> events) =>
        AppendRowsAsync([.. events.Select(entry => texts.Write(entry.Seen, entry.Item))], events.Count == 0 ? null : events[0].Seen.Origin);

    /// <inheritdoc/>
    public async Task<bool> UndoAsync(Guid shopper, IReadOnlyCollection<Guid> undone)
    {
        var any = false;
        foreach (var some in undone.Chunk(SmallSteps.Most))
        {
            any |= await AppendRowsAsync([.. some.Select(id =>
                new EventRow { Id = UndoIdentity.Of(shopper, id), Shopper = shopper, Signal = Undo, Undoes = id })]);
        }

        return any;
    }

    /// <inheritdoc/>
    public Task<ShopperHistory> HistoryAsync(Guid shopper, ShopperHistory? known = null, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var snapshot = await database.ReadAsync(context, cancellation);
            var revision = await context.Shoppers.Where(row => row.Id == shopper).Select(row => row.Revision)
                .SingleOrDefaultAsync(cancellation);
            var (read, last) = (known?.Events ?? [], known?.Last ?? 0);
            var rows = await RowsAsync();
            // One revision per event: any other difference means that events came in between, which the last one read says nothing of.
            if (known is not null && known.Revision + rows.Count != revision)
            {
                (read, last) = ([], 0);
                rows = await RowsAsync();
            }

            var undone = rows.Select(row => row.Undoes).OfType<Guid>().ToHashSet();
            var standing = rows.Where(row => row.Undoes is null && !undone.Contains(row.Id)).Select(texts.TryRead)
                .OfType<(ShopperEvent, PreferenceEvent)>();
            var kept = undone.Count == 0 ? read : read.Where(entry => !undone.Contains(entry.Event.Id));
            return new ShopperHistory(revision, [.. kept, .. standing], rows.Count == 0 ? last : rows[^1].Sequence);

            Task<List<EventRow>> RowsAsync() =>
                context.Events.AsNoTracking().Where(row => row.Shopper == shopper && row.Sequence > last).OrderBy(row => row.Sequence)
                    .ToListAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LoggedEvent> LogAsync(Guid shopper, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (last, read) = (0L, Part);
        while (read == Part)
        {
            var rows = await database.RunAsync(
                context => context.Events.AsNoTracking().Where(row => row.Shopper == shopper && row.Sequence > last)
                    .OrderBy(row => row.Sequence).Take(Part).ToListAsync(cancellation), cancellation);
            foreach (var row in rows)
            {
                yield return EventText.Log(row);
            }

            (last, read) = (rows.Count == 0 ? last : rows[^1].Sequence, rows.Count);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlySet<Guid>> UndoneAsync(Guid shopper, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlySet<Guid>>(async context =>
            (await context.Events.Where(row => row.Shopper == shopper && row.Undoes != null)
            .Select(row => row.Undoes!.Value).ToListAsync(cancellation)).ToHashSet(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        IReadOnlyCollection<PreferenceSignal> signals, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyDictionary<Guid, int>>(async context =>
        {
            string[] wanted = [.. signals.Select(signal => signal.Word())];
            var (first, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
            return await context.Events.Where(row => row.AtMilliseconds >= first && row.AtMilliseconds < end && wanted.Contains(row.Signal))
                .GroupBy(row => row.Shopper).Select(group => new { Shopper = group.Key, Count = group.Count() })
                .ToDictionaryAsync(row => row.Shopper, row => row.Count, cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> DenialsAsync(CancellationToken cancellation = default) =>
        database.RunAsync<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>>(async context =>
        {
            var denied = PreferenceSignal.Deny.Word();
            // All that was taken back is gathered once: asked for each denial, a shopper's whole log would be read for each.
            var rows = await context.Database.SqlQuery<DenialRow>(
                $"""
                 SELECT DISTINCT "ProductId", "ValueCode", "Shopper" FROM "Events"
                 WHERE "Signal" = {denied} AND "Vocabulary" = {vocabulary.Name} AND "ProductId" IS NOT NULL AND "ValueCode" IS NOT NULL
                     AND "Id" NOT IN (SELECT "Undoes" FROM "Events" WHERE "Undoes" IS NOT NULL)
                 """).ToListAsync(cancellation);
            return rows.GroupBy(row => row.ProductId).ToDictionary(
                product => product.Key,
                IReadOnlyDictionary<string, int> (product) =>
                    product.GroupBy(row => row.ValueCode).ToDictionary(value => value.Key, value => value.Count()));
        }, cancellation);

    /// <inheritdoc/>
    public Task MergeAsync(Guid from, Guid into, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        if (from == into)
        {
            return 0;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await TouchAsync(context, into, null, cancellation);
        var moved = await context.Events.Where(row => row.Shopper == from)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Shopper, into), cancellation);
        // More than the number of events, so that nobody takes the moved ones for the latest.
        await context.Shoppers.Where(row => row.Id == into)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, row => row.Revision + moved), cancellation);
        await context.Impressions.Where(row => row.Shopper == from)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Shopper, into), cancellation);
        await ExposureStore.MergeAsync(context, from.ToString(), into.ToString(), cancellation);
        await context.Shoppers.Where(row => row.Id == from).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 0;
    }, cancellation);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(Guid shopper, CancellationToken cancellation = default)
    {
        // The many rows first, in small steps; what comes meanwhile goes with the rest, all of it at one moment.
        var about = shopper.ToString();
        var many = await steps.RemoveAsync(about,
                context => context.Events.Where(row => row.Shopper == shopper).OrderBy(row => row.Sequence).Select(row => row.Sequence),
                (context, some) => context.Events.Where(row => some.Contains(row.Sequence)).ExecuteDeleteAsync(CancellationToken.None),
                cancellation)
            + await steps.RemoveAsync(about,
                context => context.Impressions.Where(row => row.Shopper == shopper).Select(row => row.Id),
                (context, some) => context.Impressions.Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None),
                cancellation);
        return await database.RunAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var gone = await context.Events.Where(row => row.Shopper == shopper).ExecuteDeleteAsync(cancellation)
                + await context.Impressions.Where(row => row.Shopper == shopper).ExecuteDeleteAsync(cancellation)
                + await ExposureStore.ForgetAsync(context, about, cancellation)
                + await ParticipantStore.ForgetAsync(context, shopper, cancellation)
                + await context.Shoppers.Where(row => row.Id == shopper).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return many + gone > 0;
        }, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => revisions.Dispose();

    /// <summary>Returns whether any was new.</summary>
    private Task<bool> AppendRowsAsync(IReadOnlyList<EventRow> rows, string? origin = null)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return writes.RunAsync(rows.Count == 0 ? "" : rows[0].Shopper.ToString(), async context =>
        {
            var any = false;
            foreach (var row in rows)
            {
                var added = await context.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO "Events" (
                         "Id", "Shopper", "Signal", "ProductId", "Amounts", "ValueCode", "Vocabulary", "VocabularyVersion",
                         "Position", "Weight", "Impression", "Undoes", "AtMilliseconds")
                     VALUES (
                         {row.Id}, {row.Shopper}, {row.Signal}, {row.ProductId}, {row.Amounts}, {row.ValueCode}, {row.Vocabulary},
                         {row.VocabularyVersion}, {row.Position}, {row.Weight}, {row.Impression}, {row.Undoes}, {now})
                     ON CONFLICT ("Id") DO NOTHING
                     """);
                if (added == 1)
                {
                    await TouchAsync(context, row.Shopper, origin, CancellationToken.None);
                    any = true;
                }
            }

            return any;
        });
    }

    private Task<int> TouchAsync(FashionRecsContext context, Guid shopper, string? origin, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "Shoppers" ("Id", "Revision", "Origin", "CreatedMilliseconds") VALUES ({shopper}, 1, {origin}, {now})
             ON CONFLICT ("Id") DO UPDATE SET "Revision" = "Shoppers"."Revision" + 1
             """, cancellation);
    }

    private sealed record DenialRow(string ProductId, string ValueCode, Guid Shopper);
}
