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
    /// Does it; false where another program keeps them busy or the disk is too full for a second copy. No transaction may be open.
    /// </summary>
    public async Task<bool> RunAsync(DbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            if (!await SqliteErasing.IsCleanAsync(context, cancellation))
            {
                await context.Database.ExecuteSqlRawAsync("VACUUM", cancellation);
                await SqliteErasing.MarkAsync(context, cancellation);
            }

            for (var left = Tries; left > 0; left--)
            {
                if (await EmptyLogAsync(context, cancellation))
                {
                    return true;
                }

                await Task.Delay(Pause, time, cancellation);
            }

            return false;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCodes.Busy or SqliteCodes.Locked or SqliteCodes.Full)
        {
            return false;
        }
    }

    /// <summary>Moves the write-ahead log into the database and empties it; false while somebody still reads from it.</summary>
    private static async Task<bool> EmptyLogAsync(DbContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // One row: busy, pages in the log, pages moved.
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }
}
