using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Database;

/// <summary>How every connection to the database is opened.</summary>
internal static class ConnectionSettings
{
    /// <param name="migrationsTable">Table that counts the migrations of a model; null for the shop's own.</param>
    public static void Apply(DbContextOptionsBuilder builder, StorageOptions options, string? migrationsTable = null)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            // SQLite's driver retries a locked statement until this runs out.
            DefaultTimeout = options.LockTimeoutSeconds,
            ForeignKeys = true,
        };
        builder.UseSqlite(connection.ToString(), sqlite =>
        {
            if (migrationsTable is not null)
            {
                sqlite.MigrationsHistoryTable(migrationsTable);
            }
        });
    }
}
