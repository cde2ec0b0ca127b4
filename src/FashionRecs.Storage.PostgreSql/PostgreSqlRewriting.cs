using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>
/// Builds tables and their indexes anew, so that their files hold what the tables hold and nothing else. What the server writes ahead
/// (its log, an archive of it, replicas) forgets in its own time. Safe to call from several threads.
/// </summary>
internal sealed class PostgreSqlRewriting(TimeProvider time)
{
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Rewrites them; false where somebody reads an older state for long, holds a lock, or the disk is too full for a second copy. No
    /// transaction may be open.
    /// </summary>
    public async Task<bool> RunAsync(DbContext context, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            if (!await NobodyReadsTheOldAsync(context, cancellation))
            {
                return false;
            }

            await ExecuteAsync(context, "SET lock_timeout = '5s'", cancellation);
            await ExecuteAsync(context, $"VACUUM (FULL) {string.Join(", ", tables.Select(table => $"\"{table}\""))}", cancellation);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.DiskFull or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Waits until no transaction sees the state from before now: a rewritten table still holds what somebody could ask for. Snapshots
    /// count in this database, unfinished writes in all of the server's.
    /// </summary>
    private async Task<bool> NobodyReadsTheOldAsync(DbContext context, CancellationToken cancellation)
    {
        var now = await context.Database.SqlQuery<string>($"SELECT pg_current_xact_id()::text AS \"Value\"").SingleAsync(cancellation);
        for (var left = Tries; left > 0; left--)
        {
            if (await context.Database.SqlQuery<int>(
                $"""
                 SELECT CASE WHEN pg_snapshot_xmin(pg_current_snapshot()) > ({now}::text)::xid8 THEN 0 ELSE 1 END + (
                     SELECT COUNT(*)::integer FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) > age((({now}::text)::xid8)::xid)
                 ) AS "Value"
                 """).SingleAsync(cancellation) == 0)
            {
                return true;
            }

            await Task.Delay(Pause, time, cancellation);
        }

        return false;
    }

    private static async Task ExecuteAsync(DbContext context, string sql, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // Large tables take as long as they take.
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
