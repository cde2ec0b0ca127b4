using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Database;

/// <summary>How every connection to the database is opened.</summary>
internal static class ConnectionSettings
{
    public static void Apply(DbContextOptionsBuilder builder, StorageOptions options)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            // SQLite's driver retries a locked statement until this runs out.
            DefaultTimeout = options.LockTimeoutSeconds,
            ForeignKeys = true,
        };
        builder.UseSqlite(connection.ToString());
    }
}
