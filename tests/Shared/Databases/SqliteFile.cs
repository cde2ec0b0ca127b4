using System.Data.Common;
using FashionRecs.Storage;
using Microsoft.Data.Sqlite;

namespace FashionRecs.Tests.Databases;

/// <summary>A SQLite file.</summary>
public sealed class SqliteFile : TestDatabase
{
    /// <inheritdoc/>
    public override StorageSettings Settings => new() { Provider = "Sqlite", DatabasePath = System.IO.Path.Combine(Folder, "shop.db") };

    /// <inheritdoc/>
    public override TestDatabase Fresh() => new SqliteFile();

    /// <inheritdoc/>
    public override DbConnection Connect()
    {
        // A pooled connection would keep its lock after it is closed.
        var connection = new SqliteConnection($"Data Source={Settings.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        base.Dispose();
    }
}
