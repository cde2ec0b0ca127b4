using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FashionRecs.Storage.Sqlite;

/// <summary>
/// Lets every connection overwrite with zeros what it deletes (SQLite's secure_delete), so that the file need not be built anew for it.
/// Files of versions before hold what was deleted then, until they are built anew once: <see cref="IsCleanAsync"/> tells them apart.
/// </summary>
internal sealed class SqliteErasing : DbConnectionInterceptor
{
    /// <summary>The file's user_version once nothing deleted is left in it.</summary>
    private const int Clean = 1;

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a file has tables already.</summary>
    public static async Task<bool> HasTablesAsync(DbContext context, CancellationToken cancellation) =>
        await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master").SingleAsync(cancellation) > 0;

    /// <summary>Whether nothing deleted is left in the file.</summary>
    public static async Task<bool> IsCleanAsync(DbContext context, CancellationToken cancellation) =>
        await context.Database.SqlQuery<int>($"SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellation) >= Clean;

    /// <summary>Notes that nothing deleted is left in it.</summary>
    public static Task MarkAsync(DbContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlRawAsync($"PRAGMA user_version={Clean}", cancellation);

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete=ON";
        return command;
    }
}
