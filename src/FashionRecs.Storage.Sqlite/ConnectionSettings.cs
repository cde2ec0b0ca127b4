using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Sqlite;

/// <summary>How every connection to the database is opened.</summary>
internal static class ConnectionSettings
{
    /// <summary>The connection string.</summary>
    /// <param name="options">Where the file is.</param>
    /// <param name="pooling">Whether a closed connection stays open for the next that asks.</param>
    public static string Text(StorageOptions options, bool pooling = true) => new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabasePath,
        // SQLite's driver retries a locked statement until this runs out.
        DefaultTimeout = options.LockTimeoutSeconds,
        ForeignKeys = true,
        Pooling = pooling,
    }.ToString();

    /// <summary>Sets a context up.</summary>
    /// <param name="builder">What to set up.</param>
    /// <param name="options">Where the file is.</param>
    /// <param name="migrationsTable">Table that counts the migrations of a model; null for the shop's own.</param>
    public static void Apply(DbContextOptionsBuilder builder, StorageOptions options, string? migrationsTable = null)
    {
        builder.UseSqlite(Text(options), sqlite =>
        {
            if (migrationsTable is not null)
            {
                sqlite.MigrationsHistoryTable(migrationsTable);
            }
        });
    }
}
