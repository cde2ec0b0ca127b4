using System.Data.Common;
using FashionRecs.Application;
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

    private static readonly SqliteErasing Erasing = new();

    private readonly SqliteGeneration generation = new();
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
        }).AddInterceptors(Erasing);

    /// <inheritdoc/>
    public Task MakeRoomAsync(CancellationToken cancellation)
    {
        try
        {
            PrivateFiles.MakeFolder(options.Folder);
            return Task.CompletedTask;
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
    public async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        var isNew = !await SqliteErasing.HasTablesAsync(context, cancellation);
        await context.Database.MigrateAsync(cancellation);
        if (isNew)
        {
            await SqliteErasing.MarkAsync(context, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task OpenedAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        // Its own files have the rights of the database from then on.
        PrivateFiles.Restrict(options.DatabasePath, options.DatabasePath + "-wal", options.DatabasePath + "-shm");
        await SqliteRewriting.CleanAsync(context, cancellation);
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
        SqliteCodes.NotADatabase or SqliteCodes.Corrupt => new UnusableDatabaseException(
            $"The file '{options.DatabasePath}' is not a FashionRecs database or is damaged; choose another file or restore a backup.",
            exception),
        SqliteCodes.CannotOpen => new IOException($"{Name} cannot be opened; check that the folder exists and can be written.", exception),
        SqliteCodes.ReadOnly => new IOException($"{Name} cannot be written; check the rights of the file and of its folder.", exception),
        SqliteCodes.InputOutput => new IOException($"{Name} cannot be read or written; check its disk.", exception),
        SqliteCodes.Constraint =>
            new IOException($"Somebody else changed the same in the database '{options.DatabasePath}' at this moment; nothing was changed, try again.",
                exception),
        _ => null,
    };

    /// <inheritdoc/>
    public bool IsOwnFault(Exception exception) => exception is not SqliteException { SqliteErrorCode: not SqliteCodes.Constraint };

    /// <inheritdoc/>
    public bool MayRunAgain(Exception exception) =>
        Sqlite(exception)?.SqliteExtendedErrorCode is SqliteCodes.TakenKey or SqliteCodes.TakenValue;

    /// <inheritdoc/>
    public async Task<IDbContextTransaction> BeginSnapshotAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // Unlike a transaction of the framework it takes no lock.
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }

    /// <inheritdoc/>
    public IPreparedCommand<T> Prepare<T>(string sql, Func<DbDataReader, T> read) =>
        new SqlitePreparedCommand<T>(options, generation, sql, read);

    /// <inheritdoc/>
    public void LetGo()
    {
        generation.End();
        SqliteConnection.ClearAllPools();
    }

    /// <inheritdoc/>
    public Task<bool> RewriteAsync(DbContext context, IReadOnlyList<string> tables, CancellationToken cancellation) =>
        rewriting.RunAsync(context, cancellation);

    /// <inheritdoc/>
    /// <remarks>It looks at the highest number itself.</remarks>
    public Task ContinueNumberingAsync(DbContext context, CancellationToken cancellation) => Task.CompletedTask;

    private static SqliteException? Sqlite(Exception exception) =>
        exception as SqliteException ?? (exception as DbUpdateException)?.InnerException as SqliteException;
}
