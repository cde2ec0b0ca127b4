using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FashionRecs.Storage;

/// <summary>Where a shop keeps its data, as settings, environment variables and commands say it.</summary>
public sealed record StorageSettings
{
    /// <summary>Environment variable that names the database where nothing else does: a file, or a connection string.</summary>
    public const string Variable = "FASHIONRECS_DATABASE";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>, in any case. Default: by the connection string, and without one SQLite.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// The database in the words of its driver: <c>Host=…;Database=…;Username=…</c> for PostgreSQL, <c>Data Source=…</c> for SQLite.
    /// Default: none.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The SQLite file. Default: what the environment variable <c>FASHIONRECS_DATABASE</c> names, else <c>FashionRecs/shop.db</c> in the
    /// user's local application data.
    /// </summary>
    public string? DatabasePath { get; init; }

    /// <summary>
    /// Folder of pictures, waiting imports, weights and keys. Default: the SQLite file's, else <c>FashionRecs</c> in the user's local
    /// application data.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>How long an operation waits for another program's lock, in seconds, at least 1. Default 30.</summary>
    [Range(1, 86_400)]
    public int LockTimeoutSeconds { get; init; } = 30;

    /// <summary>The usual folder: <c>FashionRecs</c> in the user's local application data.</summary>
    public static string UsualFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "FashionRecs");

    /// <summary>Reads the settings <c>Storage:Provider</c>, <c>ConnectionString</c>, <c>DatabasePath</c>, <c>Folder</c> and
    /// <c>LockTimeoutSeconds</c>.</summary>
    /// <param name="setting">The value of a setting by its name, or null.</param>
    /// <exception cref="InvalidDataException">One of them makes no sense; the message names it.</exception>
    public static StorageSettings Read(Func<string, string?> setting)
    {
        var settings = new StorageSettings
        {
            Provider = Text("Provider"),
            ConnectionString = Text("ConnectionString"),
            DatabasePath = Text("DatabasePath"),
            Folder = Text("Folder"),
        };
        if (settings is { Provider: null, ConnectionString: null, DatabasePath: null }
            && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            settings = settings.At(named);
        }

        return Text("LockTimeoutSeconds") is not { } seconds ? settings
            : int.TryParse(seconds, CultureInfo.InvariantCulture, out var number) && number >= 1
                ? settings with { LockTimeoutSeconds = number }
                : throw new InvalidDataException($"Storage:LockTimeoutSeconds must be a whole number of at least 1, not '{seconds}'.");

        string? Text(string name) => setting($"Storage:{name}") is { Length: > 0 } text ? text : null;
    }

    /// <summary>The settings that a command on the shop's machine finds: environment variables such as <c>Storage__Provider</c>.</summary>
    /// <param name="database">A database that the command names instead (<see cref="At"/>); null for none.</param>
    public static StorageSettings OfEnvironment(string? database = null)
    {
        var settings = Read(name => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)));
        return database is null ? settings : settings.At(database);
    }

    /// <summary>The same with another database.</summary>
    /// <param name="database">A file, or a connection string, which is told by its <c>Host=</c>.</param>
    public StorageSettings At(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? this with { Provider = null, ConnectionString = database, DatabasePath = null }
        : this with { Provider = "Sqlite", ConnectionString = null, DatabasePath = database, Folder = null };
}
