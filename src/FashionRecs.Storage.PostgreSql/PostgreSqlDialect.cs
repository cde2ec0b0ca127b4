using System.Data;
using System.Data.Common;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <inheritdoc/>
internal sealed class PostgreSqlDialect(PostgreSqlOptions options, TimeProvider time) : IDatabaseDialect
{
    /// <summary>Number of the lock that programs take while they migrate; any number that nobody else takes.</summary>
    private const long MigrationLock = 0x4661_7368_5265_6373;

    private readonly Lazy<PostgreSqlPlace> place = new(() => PostgreSqlPlace.Read(options));
    private readonly PostgreSqlRewriting rewriting = new(time);

    /// <inheritdoc/>
    public string Name => $"The database '{place.Value.Database}' on {place.Value.Server}";

    /// <inheritdoc/>
    /// <remarks>It is made by whoever runs the server; the first question fails where it was not.</remarks>
    public bool Exists => true;

    /// <inheritdoc/>
    public FormattableString ShownCounts =>
        $"""
         SELECT shown.value AS "Product", COUNT(*)::integer AS "Times"
         FROM "Impressions", jsonb_array_elements_text("Products"::jsonb) AS shown(value) GROUP BY shown.value
         """;

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder builder, string? migrationsTable = null) =>
        builder.ReplaceService<IModelCustomizer, OrdinalTexts>().UseNpgsql(place.Value.Text, postgres =>
        {
            postgres.MigrationsAssembly(typeof(PostgreSqlDialect).Assembly.GetName().Name);
            if (migrationsTable is not null)
            {
                postgres.MigrationsHistoryTable(migrationsTable);
            }
        });

    /// <inheritdoc/>
    public async Task MakeRoomAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(options.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The shop's folder '{options.Folder}' cannot be made: {exception.Message}", exception);
        }

        // The framework would make a database that is not there, which a mistyped name does not ask for.
        await using var connection = new NpgsqlConnection(place.Value.Text);
        await connection.OpenAsync(cancellation);
    }

    /// <inheritdoc/>
    public void LetGo() => NpgsqlConnection.ClearPool(new NpgsqlConnection(place.Value.Text));

    /// <inheritdoc/>
    /// <remarks>The lock is one of the server's and ends with the connection that held it.</remarks>
    public Task DropLeftLockAsync(DbContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        // The framework's own lock ends with each migration, and what is missing was looked up before the first: two programs would both
        // apply the second.
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
            await context.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc/>
    public Task OpenedAsync(DbContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Exception? Explain(Exception exception) => PostgreSqlErrors.Explain(exception, place.Value);

    /// <inheritdoc/>
    public bool IsOwnFault(Exception exception) => PostgreSqlErrors.IsOwnFault(exception);

    /// <inheritdoc/>
    public bool MayRunAgain(Exception exception) => PostgreSqlErrors.MayRunAgain(exception);

    /// <inheritdoc/>
    public Task<IDbContextTransaction> BeginSnapshotAsync(DbContext context, CancellationToken cancellation) =>
        context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    /// <inheritdoc/>
    public IPreparedCommand<T> Prepare<T>(string sql, Func<DbDataReader, T> read) =>
        new PostgreSqlPreparedCommand<T>(() => place.Value.Text, sql, read);

    /// <inheritdoc/>
    public Task<bool> RewriteAsync(DbContext context, IReadOnlyList<string> tables, CancellationToken cancellation) =>
        rewriting.RunAsync(context, tables, cancellation);

    /// <inheritdoc/>
    public Task ContinueNumberingAsync(DbContext context, CancellationToken cancellation) => context.Database.ExecuteSqlRawAsync(
        """
        DO $$
        DECLARE numbered record;
        BEGIN
            FOR numbered IN SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_identity = 'YES'
            LOOP
                EXECUTE format(
                    'SELECT setval(pg_get_serial_sequence(%L, %L), COALESCE(MAX(%I), 0) + 1, false) FROM %I',
                    quote_ident(numbered.table_name), numbered.column_name, numbered.column_name, numbered.table_name);
            END LOOP;
        END $$
        """, cancellation);
}
