using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Sqlite;

/// <summary>One file beside the shop's other files: nothing to install and nothing to run. Used where no database is named.</summary>
public sealed class SqliteProvider : IStorageProvider
{
    /// <inheritdoc/>
    public string Name => "Sqlite";

    /// <inheritdoc/>
    public bool IsMeant(StorageSettings settings) =>
        settings.ConnectionString is null || settings.ConnectionString.Contains("Data Source=", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Register(IServiceCollection services, StorageSettings settings)
    {
        var options = new SqliteOptions { LockTimeoutSeconds = settings.LockTimeoutSeconds };
        options.DatabasePath = Path(settings.ConnectionString) ?? settings.DatabasePath ?? options.DatabasePath;
        services.AddSqlite(options, settings.Folder is { } folder ? System.IO.Path.GetFullPath(folder) : options.Folder);
    }

    private static string? Path(string? connectionString)
    {
        if (connectionString is null)
        {
            return null;
        }

        try
        {
            return new SqliteConnectionStringBuilder(connectionString).DataSource is { Length: > 0 } path ? path
                : throw new InvalidDataException(
                    "Storage:ConnectionString of SQLite must name a file, as in Data Source=/var/shop/shop.db.");
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"Storage:ConnectionString of SQLite cannot be read: {exception.Message}", exception);
        }
    }
}
