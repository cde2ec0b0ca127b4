namespace FashionRecs.Storage.Sqlite;

/// <summary>Where the shop keeps its data, shared by the web server and the command line.</summary>
public sealed class SqliteOptions
{
    /// <summary>
    /// The SQLite file. Default: <c>shop.db</c> in the usual folder.
    /// </summary>
    public string DatabasePath { get; set; } = Path.Combine(StorageSettings.UsualFolder, "shop.db");

    /// <summary>How long an operation waits for another program's lock, in seconds, at least 1. Default 30.</summary>
    public int LockTimeoutSeconds { get; set; } = 30;

    /// <summary>Full path of the database's folder.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(DatabasePath))!;
}
