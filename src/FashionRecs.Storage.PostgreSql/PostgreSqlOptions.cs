namespace FashionRecs.Storage.PostgreSql;

/// <summary>Which PostgreSQL database a shop keeps its data in, and where its other files are.</summary>
public sealed class PostgreSqlOptions
{
    /// <summary>
    /// How to reach it, in Npgsql's words: <c>Host=…;Port=5432;Database=…;Username=…;Password=…</c>. The database has to exist; the tables
    /// are made at the first start.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>Folder of pictures, staged imports, weights and keys.</summary>
    public required string Folder { get; init; }

    /// <summary>How long an operation waits for another one's lock, in seconds, at least 1. Default 30.</summary>
    public int LockTimeoutSeconds { get; init; } = 30;
}
