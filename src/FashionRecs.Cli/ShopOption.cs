using System.CommandLine;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using FashionRecs.Storage.S3;
using FashionRecs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli;

/// <summary>Which shop a command works on.</summary>
internal static class ShopOption
{
    /// <summary>The option's name.</summary>
    public const string Name = "--database";

    /// <summary>What it takes.</summary>
    public const string Words =
        "The shop's database: a SQLite file, or PostgreSQL as Host=…;Database=…;Username=…. Default: the settings Storage__Provider, "
        + "Storage__ConnectionString and Storage__DatabasePath of the environment, $FASHIONRECS_DATABASE, else the user's local application data.";

    /// <summary>Makes the option.</summary>
    public static Option<string?> Create() => new(Name) { Description = Words };

    /// <summary>Adds the stores of a shop.</summary>
    /// <param name="services">What to add to.</param>
    /// <param name="database">What the option says; null for the usual shop.</param>
    public static IServiceCollection AddShop(this IServiceCollection services, string? database) =>
        services.AddShop(StorageSettings.OfEnvironment(database));

    /// <summary>Adds the stores of the shop that the settings name.</summary>
    public static IServiceCollection AddShop(this IServiceCollection services, StorageSettings settings) =>
        services.AddStorage(settings, new SqliteProvider(), new PostgreSqlProvider()).AddS3();
}
