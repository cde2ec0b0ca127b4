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
    /// <summary>How often an operation runs at most.</summary>
    private const int Tries = 5;

    /// <summary>Tables with rows about people, from which is deleted for good.</summary>
    private static readonly string[] Personal =
    [
        "Events", "Impressions", "Exposures", "Outcomes", "Participants", "Shoppers", "Accounts", "AccountSessions", "AccountPasskeys",
        "AccountRoles", "AccountClaims", "AccountLogins", "AccountTokens",
    ];

    private readonly SemaphoreSlim opening = new(1);
    private bool opened;

    /// <summary>Whether it was ever open in this process.</summary>
    private bool before;

    /// <summary>What is particular to the database in use.</summary>
    public IDatabaseDialect Dialect => dialect;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellation = default) => RunAsync(_ => Task.FromResult(true), cancellation);

    /// <inheritdoc/>
    public Task<bool> RewriteAsync(CancellationToken cancellation = default) =>
        RunAsync(context => dialect.RewriteAsync(context, Personal, cancellation), cancellation);

    /// <summary>
    /// Runs one operation. It runs again where another one wrote at the same time and this one was undone for it, so it must change
    /// nothing outside its one transaction.
    /// </summary>
    /// <exception cref="UnusableDatabaseException">It is no database of a shop, is damaged, or comes from a newer version.</exception>
    /// <exception cref="IOException">The database is locked by another program, or the disk is full; nothing was changed.</exception>
    public Task<T> RunAsync<T>(Func<FashionRecsContext, Task<T>> operation, CancellationToken cancellation = default) =>
        GuardAsync(async () =>
        {
            for (var left = Tries; ; left--)
            {
                try
                {
                    await using var context = await contexts.CreateDbContextAsync(cancellation);
                    return await operation(context);
                }
                catch (Exception exception) when (left > 1 && dialect.MayRunAgain(exception))
                {
                    // Those that met wait for different times by themselves: the winner was committed first.
                }
            }
        }, cancellation);

    /// <summary>
    /// Runs a query on the calling thread, on a database that was open before; fails in the same words as <see cref="RunAsync"/>.
    /// </summary>
    public T Read<T>(Func<FashionRecsContext, T> query)
    {
        try
        {
            ThrowIfGone();
            using var context = contexts.CreateDbContext();
            return query(context);
        }
        catch (Exception exception) when (dialect.Explain(exception) is { } said)
        {
            throw said;
        }
    }

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellation = default) => RunAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // A write that changes nothing, and is taken back: reading alone goes on where nothing can be written.
        return await context.CatalogRevision.ExecuteUpdateAsync(
            update => update.SetProperty(row => row.Revision, row => row.Revision), cancellation);
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

    /// <summary>
    /// Runs an operation on all tables, those of accounts included, each model by a context of its own on a shared connection.
    /// </summary>
    internal Task<T> RunOnAllAsync<T>(Func<IReadOnlyList<DbContext>, Task<T>> operation, CancellationToken cancellation) =>
        GuardAsync(async () =>
        {
            await using var shop = await contexts.CreateDbContextAsync(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<AccountContext>();
            accounts.Database.SetDbConnection(shop.Database.GetDbConnection());
            return await operation([shop, accounts]);
        }, cancellation);

    /// <summary>Begins several queries that see the database at one moment; readers wait for nobody and nobody for them.</summary>
    internal Task<IDbContextTransaction> ReadAsync(FashionRecsContext context, CancellationToken cancellation) =>
        dialect.BeginSnapshotAsync(context, cancellation);

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref opened) && dialect.Exists)
        {
            return;
        }

        await opening.WaitAsync(cancellation);
        try
        {
            ThrowIfGone();
            if (opened)
            {
                return;
            }

            await dialect.MakeRoomAsync(cancellation);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await using var scope = scopes.CreateAsyncScope();
            await MigrateAsync(context, cancellation);
            await MigrateAsync(scope.ServiceProvider.GetRequiredService<AccountContext>(), cancellation);
            await dialect.OpenedAsync(context, cancellation);
            before = true;
            Volatile.Write(ref opened, true);
        }
        finally
        {
            opening.Release();
        }
    }

    private void ThrowIfGone()
    {
        if (before && !dialect.Exists)
        {
            // Writing on would fill a file that nobody can find any more; making a new one would pass for a shop without a past.
            opened = false;
            dialect.LetGo();
            throw new UnusableDatabaseException(
                $"{dialect.Name} is gone; put it back or restore a backup. Nothing more is confirmed until it is there again.");
        }
    }

    private async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet();
        var applied = dialect.Exists ? (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet() : [];
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
        {
            throw new UnusableDatabaseException(
                $"{dialect.Name} was made by a newer version of FashionRecs ({newer}); update the program or choose another database.");
        }

        // Migrating takes the write lock even where there is nothing to do; a shop must be able to open during a backup.
        if (!known.IsSubsetOf(applied))
        {
            await dialect.DropLeftLockAsync(context, cancellation);
            await dialect.MigrateAsync(context, cancellation);
        }
    }
}
