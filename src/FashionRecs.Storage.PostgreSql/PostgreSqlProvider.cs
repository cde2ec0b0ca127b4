using FashionRecs.Application.Backups;
using FashionRecs.Application.Files;
using FashionRecs.Application.Notices;
using FashionRecs.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>A database on a PostgreSQL server, which several machines can share.</summary>
public sealed class PostgreSqlProvider : IStorageProvider
{
    /// <inheritdoc/>
    public string Name => "PostgreSql";

    /// <inheritdoc/>
    public bool IsMeant(StorageSettings settings) =>
        settings.ConnectionString?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, StorageSettings settings)
    {
        var folder = Path.GetFullPath(settings.Folder ?? StorageSettings.UsualFolder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PostgreSqlOptions
        {
            ConnectionString = settings.ConnectionString
                ?? throw new InvalidDataException("With Storage:Provider=PostgreSql, Storage:ConnectionString has to name the database."),
            Folder = folder,
            LockTimeoutSeconds = settings.LockTimeoutSeconds,
        });
        services.AddSingleton(new ShopFolder(folder));
        services.AddSingleton<IDatabaseDialect, PostgreSqlDialect>();
        services.AddSingleton<IDatabaseBackup, PostgreSqlBackup>();
        services.AddLogging();
        services.Replace(ServiceDescriptor.Singleton<INotices, PostgreSqlNotices>());
    }
}
