using FashionRecs.Application;
using FashionRecs.Storage.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Database;

/// <summary>
/// Opens the database and runs operations on it, each on a context of its own. The first operation creates or migrates the tables.
/// Safe to share between threads and processes.
/// </summary>
public sealed class ShopDatabase(IDbContextFactory<FashionRecsContext> contexts, IServiceScopeFactory scopes, IDatabaseDialect dialect)
    : IShopDatabase, IDisposable
{
    private readonly SemaphoreSlim opening = new(1);
    private bool opened;

    /// <summary>What is particular to the database in use.</summary>
    public IDatabaseDialect Dialect => dialect;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellation = default) => RunAsync(_ => Task.FromResult(true), cancellation);

    /// <inheritdoc/>
    public Task<bool> RewriteAsync(CancellationToken cancellation = default) =>
        RunAsync(context => dialect.RewriteAsync(context, cancellation), cancellation);

    /// <summary>Runs one operation.</summary>
    /// <exception cref="IOException">The database is locked by another program, or the disk is full; nothing was changed.</exception>
    /// <exception cref="InvalidDataException">It is no database of a shop, or comes from a newer version.</exception>
    public Task<T> RunAsync<T>(Func<FashionRecsContext, Task<T>> operation, CancellationToken cancellation = default) =>
        GuardAsync(async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await operation(context);
        }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => opening.Dispose();

    /// <summary>
    /// Runs an operation on an open database, on connections of its own; fails in the same words as <see cref="RunAsync"/>.
    /// </summary>
    internal async Task<T> GuardAsync<T>(Func<Task<T>> operation, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(cancellation);
            return await operation();
        }
        catch (Exception exception) when (dialect.Explain(exception) is { } said)
        {
            throw said;
        }
    }

    /// <summary>Begins several queries that see the database at one moment; readers wait for nobody and nobody for them.</summary>
    internal Task<IDbContextTransaction> ReadAsync(FashionRecsContext context, CancellationToken cancellation) =>
        dialect.BeginSnapshotAsync(context, cancellation);

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

            dialect.MakeRoom();
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            await MigrateAsync(context, cancellation);
            await MigrateAsync(scope.ServiceProvider.GetRequiredService<AccountContext>(), cancellation);
            await dialect.OpenedAsync(context, cancellation);
            Volatile.Write(ref opened, true);
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        var applied = dialect.Exists ? (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet() : [];
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
        {
            throw new InvalidDataException(
                $"{dialect.Name} was made by a newer version of FashionRecs ({newer}); update the program or choose another file.");
        }

        // Migrating takes the write lock even where there is nothing to do; a shop must be able to open during a backup.
        if (!known.IsSubsetOf(applied))
        {
            await dialect.DropLeftLockAsync(context, cancellation);
            await context.Database.MigrateAsync(cancellation);
        }
    }
}
