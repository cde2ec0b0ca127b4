using System.Data.Common;
using FashionRecs.Application.Files;
using FashionRecs.Storage.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FashionRecs.Storage.Sqlite;

/// <inheritdoc/>
internal sealed class SqliteDialect(SqliteOptions options, TimeProvider time) : IDatabaseDialect
{
    /// <summary>Far more than any migration takes.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(2);

    private readonly SqliteRewriting rewriting = new(time);

    /// <inheritdoc/>
    public string Name => $"The database '{options.DatabasePath}'";

    /// <inheritdoc/>
    public bool Exists => File.Exists(options.DatabasePath);

    /// <inheritdoc/>
    public FormattableString ShownCounts =>
        $"""
         SELECT shown.value AS "Product", COUNT(*) AS "Times"
         FROM "Impressions", json_each("Impressions"."Products") AS shown GROUP BY shown.value
         """;

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder builder, string? migrationsTable = null) =>
        builder.UseSqlite(SqliteConnections.Text(options), sqlite =>
        {
            sqlite.MigrationsAssembly(typeof(SqliteDialect).Assembly.GetName().Name);
            if (migrationsTable is not null)
            {
                sqlite.MigrationsHistoryTable(migrationsTable);
            }
        });

    /// <inheritdoc/>
    public void MakeRoom()
    {
        try
        {
            PrivateFiles.MakeFolder(options.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder of the database '{options.DatabasePath}' cannot be made: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public async Task DropLeftLockAsync(DbContext context, CancellationToken cancellation)
    {
        if (await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellation) > 0)
        {
            var before = time.GetUtcNow() - LongestMigration;
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < {before}", cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task OpenedAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        // Its own files have the rights of the database from then on.
        PrivateFiles.Restrict(options.DatabasePath, options.DatabasePath + "-wal", options.DatabasePath + "-shm");
    }

    /// <inheritdoc/>
    public Exception? Explain(Exception exception) => Sqlite(exception)?.SqliteErrorCode switch
    {
        SqliteCodes.Busy or SqliteCodes.Locked =>
            new IOException($"{Name} is locked by another program, for example a backup; nothing was lost, try again when it is done.",
            exception),
        SqliteCodes.Full =>
            new IOException($"The disk of the database '{options.DatabasePath}' is full; nothing was lost, make room and try again.",
            exception),
        SqliteCodes.NotADatabase or SqliteCodes.Corrupt => new InvalidDataException(
            $"The file '{options.DatabasePath}' is not a FashionRecs database or is damaged; choose another file or restore a backup.",
            exception),
        SqliteCodes.CannotOpen => new IOException($"{Name} cannot be opened; check that the folder exists and can be written.", exception),
        SqliteCodes.ReadOnly => new IOException($"{Name} cannot be written; check the rights of the file and of its folder.", exception),
        SqliteCodes.InputOutput => new IOException($"{Name} cannot be read or written; check its disk.", exception),
        _ => null,
    };

    /// <inheritdoc/>
    public bool IsOwnFault(Exception exception) => exception is not SqliteException { SqliteErrorCode: not SqliteCodes.Constraint };

    /// <inheritdoc/>
    public async Task<IDbContextTransaction> BeginSnapshotAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // Unlike a transaction of the framework it takes no lock.
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }

    /// <inheritdoc/>
    public IPreparedCommand<T> Prepare<T>(string sql, Func<DbDataReader, T> read) => new SqlitePreparedCommand<T>(options, sql, read);

    /// <inheritdoc/>
    public Task<bool> RewriteAsync(DbContext context, CancellationToken cancellation) => rewriting.RunAsync(context, cancellation);

    private static SqliteException? Sqlite(Exception exception) =>
        exception as SqliteException ?? (exception as DbUpdateException)?.InnerException as SqliteException;
}
