using FashionRecs.Core.Catalog;
using FashionRecs.Core.Preferences;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Experiments;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Shoppers;

/// <summary>The append-only log of what shoppers did.</summary>
public sealed class ShopperStore(ShopDatabase database, TimeProvider time)
{
    private const string Undo = nameof(Undo);

    /// <summary>Grows with every event of the shopper; 0 for one who has done nothing.</summary>
    public Task<long> RevisionAsync(Guid shopper, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Shoppers.Where(row => row.Id == shopper).Select(row => row.Revision).SingleOrDefaultAsync(cancellation), cancellation);

    /// <summary>Appends one event; returns false where it was logged before.</summary>
    public Task<bool> AppendAsync(ShopperEvent seen, ItemVector? item, CancellationToken cancellation = default) => AppendRowAsync(new EventRow
    {
        Id = seen.Id, Shopper = seen.Shopper, Signal = seen.Signal.ToString(), ProductId = seen.ProductId, Item = item?.Quanta.ToArray(),
        Value = seen.Value, Position = seen.Position, Weight = seen.Weight, Impression = seen.Impression,
    }, cancellation);

    /// <summary>Undoes an event; returns false where it was undone before.</summary>
    public Task<bool> UndoAsync(Guid id, Guid shopper, Guid undone, CancellationToken cancellation = default) =>
        AppendRowAsync(new EventRow { Id = id, Shopper = shopper, Signal = Undo, Undoes = undone }, cancellation);

    /// <summary>The events of a shopper that stand.</summary>
    public Task<ShopperHistory> HistoryAsync(Guid shopper, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        await using var snapshot = await context.Database.BeginTransactionAsync(cancellation);
        var revision = await context.Shoppers.Where(row => row.Id == shopper).Select(row => row.Revision).SingleOrDefaultAsync(cancellation);
        var rows = await context.Events.AsNoTracking().Where(row => row.Shopper == shopper).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        var undone = rows.Select(row => row.Undoes).OfType<Guid>().ToHashSet();
        return new ShopperHistory(revision, [.. rows.Where(row => row.Undoes is null && !undone.Contains(row.Id)).Select(Read)]);
    }, cancellation);

    /// <summary>Gives everything an anonymous shopper did to the account they signed in to.</summary>
    public Task MergeAsync(Guid from, Guid into, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        if (from == into)
        {
            return 0;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await TouchAsync(context, into, cancellation);
        await context.Events.Where(row => row.Shopper == from).ExecuteUpdateAsync(update => update.SetProperty(row => row.Shopper, into), cancellation);
        await context.Impressions.Where(row => row.Shopper == from).ExecuteUpdateAsync(update => update.SetProperty(row => row.Shopper, into), cancellation);
        await ExposureStore.MergeAsync(context, from.ToString(), into.ToString(), cancellation);
        await context.Shoppers.Where(row => row.Id == from).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 0;
    }, cancellation);

    /// <summary>Removes everything about a shopper, from the file too: freed pages are overwritten and the write-ahead log is emptied.</summary>
    public Task DeleteAsync(Guid shopper, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", cancellation);
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellation))
        {
            await context.Events.Where(row => row.Shopper == shopper).ExecuteDeleteAsync(cancellation);
            await context.Impressions.Where(row => row.Shopper == shopper).ExecuteDeleteAsync(cancellation);
            await ExposureStore.ForgetAsync(context, shopper.ToString(), cancellation);
            await context.Shoppers.Where(row => row.Id == shopper).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }, cancellation);

    private Task<bool> AppendRowAsync(EventRow row, CancellationToken cancellation) => database.RunAsync(async context =>
    {
        row.AtMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await TouchAsync(context, row.Shopper, cancellation);
        if (await context.Events.AnyAsync(known => known.Id == row.Id || (row.Undoes != null && known.Undoes == row.Undoes), cancellation))
        {
            return false;
        }

        context.Events.Add(row);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }, cancellation);

    private Task<int> TouchAsync(FashionRecsContext context, Guid shopper, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return context.Database.ExecuteSqlAsync(
            $"INSERT INTO Shoppers (Id, Revision, CreatedMilliseconds) VALUES ({shopper}, 1, {now}) ON CONFLICT (Id) DO UPDATE SET Revision = Revision + 1", cancellation);
    }

    private static (ShopperEvent Event, PreferenceEvent Learned) Read(EventRow row)
    {
        var signal = Enum.Parse<PreferenceSignal>(row.Signal);
        var seen = new ShopperEvent(row.Id, row.Shopper, signal, row.ProductId, row.Value, row.Position, row.Weight, row.Impression)
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
        };
        return (seen, new PreferenceEvent(signal, row.Item is null ? null : ItemVector.FromQuanta(row.Item), row.Value, row.Position, row.Weight));
    }
}
