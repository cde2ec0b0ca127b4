using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FashionRecs.Storage.Copying;

/// <summary>
/// Moves what a shop knows into the database of another, which may be of another kind: every row of every table as it was at one moment,
/// in one transaction, and then read again on both sides. Pictures, weights and keys are files and stay where they are.
/// </summary>
/// <param name="from">The shop that is copied; it may be open meanwhile, but what it is told then is not in the copy.</param>
/// <param name="to">An empty one.</param>
public sealed class ShopCopy(ShopDatabase from, ShopDatabase to)
{
    /// <summary>Copies.</summary>
    /// <param name="progress">Told of each table that is written, with its rows.</param>
    /// <param name="cancellation">Stops it; the other database stays empty then.</param>
    /// <returns>How many tables and rows were copied.</returns>
    /// <exception cref="InvalidDataException">The other database is not empty, or a row did not arrive as it was; nothing was
    /// kept.</exception>
    /// <exception cref="IOException">As for every operation on either.</exception>
    public async Task<(int Tables, long Rows)> RunAsync(Action<string, long>? progress = null, CancellationToken cancellation = default)
    {
        if (from.Dialect.Name == to.Dialect.Name)
        {
            throw new InvalidDataException($"{from.Dialect.Name} cannot be copied onto itself.");
        }

        return await from.RunOnAllAsync(sources =>
            to.RunOnAllAsync(targets => RunAsync(sources, targets, progress, cancellation), cancellation),
            cancellation);
    }

    private async Task<(int Tables, long Rows)> RunAsync(
        IReadOnlyList<DbContext> sources, IReadOnlyList<DbContext> targets, Action<string, long>? progress, CancellationToken cancellation)
    {
        await using var snapshot = await from.Dialect.BeginSnapshotAsync(sources[0], cancellation);
        await sources[1].Database.UseTransactionAsync(snapshot.GetDbTransaction(), cancellation);
        await using var transaction = await targets[0].Database.BeginTransactionAsync(cancellation);
        await targets[1].Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellation);
        var tables = sources.Zip(targets).SelectMany(pair => CopiedTable.Of(pair.First, pair.Second)).ToArray();
        foreach (var table in tables)
        {
            await table.CheckEmptyAsync(to.Dialect.Name, cancellation);
        }

        // Rows that migrations put there give way, those that point to others first.
        foreach (var table in tables.Reverse())
        {
            await table.ClearAsync(cancellation);
        }

        long rows = 0;
        foreach (var table in tables)
        {
            var count = await table.CopyAsync(cancellation);
            progress?.Invoke(table.Name, count);
            rows += count;
        }

        foreach (var table in tables)
        {
            await table.CompareAsync(cancellation);
        }

        foreach (var target in targets)
        {
            await to.Dialect.ContinueNumberingAsync(target, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return (tables.Length, rows);
    }
}
