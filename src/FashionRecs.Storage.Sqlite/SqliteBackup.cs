using FashionRecs.Application.Backups;
using FashionRecs.Storage.Database;
using Microsoft.Data.Sqlite;

namespace FashionRecs.Storage.Sqlite;

/// <inheritdoc/>
/// <remarks>By SQLite's own backup (https://www.sqlite.org/backup.html), which holds no lock that writers would wait for.</remarks>
internal sealed class SqliteBackup(SqliteOptions options, IDatabaseDialect dialect) : IDatabaseBackup
{
    /// <inheritdoc/>
    public string Kind => "Sqlite";

    /// <inheritdoc/>
    public Task<bool> IsEmptyAsync(CancellationToken cancellation = default) => Task.FromResult(!File.Exists(options.DatabasePath));

    /// <inheritdoc/>
    public Task WriteAsync(string path, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        using var source = Open(options.DatabasePath, SqliteOpenMode.ReadWrite);
        using var copy = Open(path, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        // One file, without a write-ahead log beside it.
        Execute(copy, "PRAGMA journal_mode=DELETE");
        if (Execute(copy, "PRAGMA integrity_check") is not "ok")
        {
            throw new Application.UnusableDatabaseException(
                $"{dialect.Name} is damaged, so no backup was written; go back to an older one.");
        }
    });

    /// <inheritdoc/>
    public Task RestoreAsync(string path, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        Directory.CreateDirectory(options.Folder);
        // In the same folder first, so that the name appears with the whole file; the log of a database that is gone must not be taken for
        // its own.
        var beside = $"{options.DatabasePath}.part";
        File.Copy(path, beside, overwrite: true);
        File.Delete($"{options.DatabasePath}-wal");
        File.Delete($"{options.DatabasePath}-shm");
        File.Move(beside, options.DatabasePath);
    });

    /// <inheritdoc/>
    public Task NoteAsync(string name, string value, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        using var connection = Open(options.DatabasePath, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "Settings" ("Name", "Value") VALUES (@name, @value) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
            """;
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@value", value);
        command.ExecuteNonQuery();
    });

    private SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = options.LockTimeoutSeconds,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    private Task GuardAsync(Action action)
    {
        try
        {
            action();
            return Task.CompletedTask;
        }
        catch (SqliteException exception) when (dialect.Explain(exception) is { } said)
        {
            throw said;
        }
    }
}
