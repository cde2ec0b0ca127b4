using FashionRecs.Application.Backups;
using FashionRecs.Application.Files;
using FashionRecs.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Storage.Sqlite;

/// <summary>Registers a shop that keeps everything in one SQLite file and its folder.</summary>
public static class SqliteStorageRegistration
{
    /// <summary>Adds the stores that the shop's use cases ask for.</summary>
    /// <param name="services">What to add to.</param>
    /// <param name="configure">Names the file; null for the default one.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, Action<SqliteOptions>? configure = null)
    {
        var options = new SqliteOptions();
        configure?.Invoke(options);
        return services.AddSqlite(options, options.Folder).AddStorage();
    }

    internal static IServiceCollection AddSqlite(this IServiceCollection services, SqliteOptions options, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new ShopFolder(folder));
        services.AddSingleton<IDatabaseDialect, SqliteDialect>();
        services.AddSingleton<IDatabaseBackup, SqliteBackup>();
        return services;
    }
}
