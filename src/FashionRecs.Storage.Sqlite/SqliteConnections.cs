using Microsoft.Data.Sqlite;

namespace FashionRecs.Storage.Sqlite;

/// <summary>How every connection to the file is opened.</summary>
internal static class SqliteConnections
{
    /// <summary>The connection string.</summary>
    /// <param name="options">Where the file is.</param>
    /// <param name="pooling">Whether a closed connection stays open for the next that asks.</param>
    public static string Text(SqliteOptions options, bool pooling = true) => new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabasePath,
        // SQLite's driver retries a locked statement until this runs out.
        DefaultTimeout = options.LockTimeoutSeconds,
        ForeignKeys = true,
        Pooling = pooling,
    }.ToString();
}
