using System.Data.Common;
using FashionRecs.Application;
using FashionRecs.Storage;
using FashionRecs.Storage.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FashionRecs.Tests.Databases;

/// <summary>
/// A database on the tests' own PostgreSQL server, a copy of one whose tables were made by the migrations. Skips the test where there is
/// no such server.
/// </summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly Lock Copying = new();
    private static int number;
    private readonly string name = $"shop{Interlocked.Increment(ref number)}";

    /// <summary>Makes one.</summary>
    /// <param name="migrated">Whether it has the tables of a shop.</param>
    public PostgreSqlDatabase(bool migrated = true)
    {
        var template = migrated ? Template.Value : "template1";
        lock (Copying) // The server copies a database only while nobody is connected to it.
        {
            PostgreSqlServer.Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        }
    }

    /// <inheritdoc/>
    public override StorageSettings Settings => SettingsOf(name, Folder);

    /// <inheritdoc/>
    public override TestDatabase Fresh() => new PostgreSqlDatabase(migrated: false);

    /// <inheritdoc/>
    public override DbConnection Connect() => PostgreSqlServer.Connect(name);

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            BEGIN;
            LOCK TABLE "Events", "Shoppers", "Settings", "CatalogRevision", "Impressions", "Exposures" IN SHARE ROW EXCLUSIVE MODE
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        PostgreSqlServer.Execute($"DROP DATABASE {name} WITH (FORCE)");
        base.Dispose();
    }

    private static StorageSettings SettingsOf(string database, string folder) =>
        new() { Provider = "PostgreSql", ConnectionString = PostgreSqlServer.Text(database), Folder = folder };

    private static string MakeTemplate()
    {
        const string name = "template_shop";
        PostgreSqlServer.Execute($"CREATE DATABASE {name}");
        var settings = SettingsOf(name, Path.GetTempPath());
        var services = new ServiceCollection().AddApplication()
            .AddStorage(settings with { ConnectionString = $"{settings.ConnectionString};Pooling=false" }, new PostgreSqlProvider())
            .BuildServiceProvider();
        Task.Run(() => services.GetRequiredService<IShopDatabase>().PrepareAsync()).GetAwaiter().GetResult();
        services.Dispose();
        return name;
    }
}
