using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Storage.Sqlite;

/// <summary>Where the shop keeps its data, shared by the web server and the command line.</summary>
public sealed class SqliteOptions
{
    /// <summary>Environment variable that names the database file.</summary>
    public const string Variable = "FASHIONRECS_DATABASE";

    /// <summary>
    /// The SQLite file. Default: the environment variable, else <c>FashionRecs/shop.db</c> in the user's local application data.
    /// </summary>
    public string DatabasePath { get; set; } = DefaultPath();

    /// <summary>How long an operation waits for another program's lock, in seconds, at least 1. Default 30.</summary>
    [Range(1, 86_400)]
    public int LockTimeoutSeconds { get; set; } = 30;

    /// <summary>Full path of the database's folder, in which the shop keeps its other files as well.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(DatabasePath))!;

    private static string DefaultPath() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "FashionRecs", "shop.db");
}
