using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Sqlite;

/// <summary>
/// Leaves in the database's files what the tables hold and nothing else: empties the write-ahead log, and builds a file anew that an older
/// version deleted from (<see cref="SqliteErasing"/>). Safe to call from several threads.
/// </summary>
internal sealed class SqliteRewriting(TimeProvider time)
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Builds a file anew that an older version deleted from. Nobody can write meanwhile, so it is done before the shop opens; where the
    /// disk is too full for a second copy or another program has the file, it is left to the next start. No transaction may be open.
    /// </summary>
    public static async Task CleanAsync(DbContext context, CancellationToken cancellation)
    {
        if (await SqliteErasing.IsCleanAsync(context, cancellation))
        {
            return;
        }

        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            await context.Database.ExecuteSqlRawAsync("VACUUM", cancellation);
            await SqliteErasing.MarkAsync(context, cancellation);
            await CheckpointAsync(context, "TRUNCATE", cancellation);
        }
        catch (SqliteException exception) when (IsInTheWay(exception))
        {
            // What the tables hold is as it was.
        }
    }

    /// <summary>
    /// Does the rest; false where another program keeps the files busy, or one that an older version deleted from could not be built anew.
    /// Writers wait for a few pages at most. No transaction may be open.
    /// </summary>
    public async Task<bool> RunAsync(DbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            for (var left = Tries; left > 0; left--)
            {
                // Moves what there is beside the writers, so that they wait for what came since alone.
                await CheckpointAsync(context, "PASSIVE", cancellation);
                if (await CheckpointAsync(context, "TRUNCATE", cancellation))
                {
                    return await SqliteErasing.IsCleanAsync(context, cancellation);
                }

                await Task.Delay(Pause, time, cancellation);
            }

            return false;
        }
        catch (SqliteException exception) when (IsInTheWay(exception))
        {
            return false;
        }
    }

    /// <summary>Moves the write-ahead log into the database; false while somebody still reads from it.</summary>
    private static async Task<bool> CheckpointAsync(DbContext context, string kind, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({kind})"; // One row: busy, pages in the log, pages moved.
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }

    private static bool IsInTheWay(SqliteException exception) =>
        exception.SqliteErrorCode is SqliteCodes.Busy or SqliteCodes.Locked or SqliteCodes.Full;
}
