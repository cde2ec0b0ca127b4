using FashionRecs.Storage.Accounts;
using FashionRecs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Database;

/// <summary>
/// Opens the database and runs operations on it, each on a context of its own. The first operation creates or migrates the file.
/// Safe to share between threads and processes.
/// </summary>
public sealed class ShopDatabase(IDbContextFactory<FashionRecsContext> contexts, IServiceScopeFactory scopes, StorageOptions options, TimeProvider time) : IDisposable
{
    /// <summary>SQLite's code for a database that another connection holds.</summary>
    internal const int Busy = 5;

    /// <summary>SQLite's code for a table that another connection holds.</summary>
    internal const int Locked = 6;

    /// <summary>SQLite's code for a full disk.</summary>
    internal const int Full = 13;


    /// <summary>Far more than any migration takes.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim opening = new(1);
    private bool opened;

    /// <summary>Creates or migrates the file now rather than with the first operation.</summary>
    /// <exception cref="IOException">As for <see cref="RunAsync"/>.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="RunAsync"/>.</exception>
    public Task PrepareAsync(CancellationToken cancellation = default) => RunAsync(_ => Task.FromResult(true), cancellation);

    /// <summary>Runs one operation.</summary>
    /// <exception cref="IOException">The database is locked by another program, or the disk is full; nothing was changed.</exception>
    /// <exception cref="InvalidDataException">The file is no database, or comes from a newer version.</exception>
    public Task<T> RunAsync<T>(Func<FashionRecsContext, Task<T>> operation, CancellationToken cancellation = default) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await operation(context);
    }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => opening.Dispose();

    /// <summary>Runs an operation on an open database, on connections of its own; fails in the same words as <see cref="RunAsync"/>.</summary>
    internal async Task<T> GuardAsync<T>(Func<Task<T>> operation, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(cancellation);
            return await operation();
        }
        catch (Exception exception) when (Sqlite(exception) is { } error)
        {
            throw error.SqliteErrorCode switch
            {
                Busy or Locked => new IOException($"The database '{options.DatabasePath}' is locked by another program, for example a backup; nothing was lost, try again when it is done.", exception),
                Full => new IOException($"The disk of the database '{options.DatabasePath}' is full; nothing was lost, make room and try again.", exception),
                26 or 11 => new InvalidDataException($"The file '{options.DatabasePath}' is not a FashionRecs database or is damaged; choose another file or restore a backup.", exception),
                14 => new IOException($"The database '{options.DatabasePath}' cannot be opened; check that the folder exists and can be written.", exception),
                8 => new IOException($"The database '{options.DatabasePath}' cannot be written; check the rights of the file and of its folder.", exception),
                10 => new IOException($"The database '{options.DatabasePath}' cannot be read or written; check its disk.", exception),
                _ => exception,
            };
        }
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref opened))
        {
            return;
        }

        await opening.WaitAsync(cancellation);
        try
        {
            if (opened)
            {
                return;
            }

            MakeFolder();
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            await MigrateAsync(context, cancellation);
            await MigrateAsync(scope.ServiceProvider.GetRequiredService<AccountContext>(), cancellation);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
            Volatile.Write(ref opened, true);
        }
        finally
        {
            opening.Release();
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder of the database '{options.DatabasePath}' cannot be made: {exception.Message}", exception);
        }
    }

    private async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        var applied = File.Exists(options.DatabasePath) ? (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet() : [];
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
        {
            throw new InvalidDataException($"The database '{options.DatabasePath}' was made by a newer version of FashionRecs ({newer}); update the program or choose another file.");
        }

        // Migrating takes the write lock even where there is nothing to do; a shop must be able to open during a backup.
        if (!known.IsSubsetOf(applied))
        {
            await DropLeftLockAsync(context, cancellation);
            await context.Database.MigrateAsync(cancellation);
        }
    }

    /// <summary>A program that was killed while it migrated leaves its lock behind, for which the framework would wait for ever.</summary>
    private async Task DropLeftLockAsync(DbContext context, CancellationToken cancellation)
    {
        if (await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation) > 0)
        {
            var before = time.GetUtcNow() - LongestMigration;
            await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < {before}", cancellation);
        }
    }

    private static SqliteException? Sqlite(Exception exception) =>
        exception as SqliteException ?? (exception as DbUpdateException)?.InnerException as SqliteException;
}
