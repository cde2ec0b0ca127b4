using System.Data;
using System.Data.Common;
using FashionRecs.Storage.Database;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>
/// A question on a pooled connection, which prepares the statements that are asked often by itself. Safe to share between threads.
/// </summary>
/// <param name="place">The connection string.</param>
/// <param name="sql">A query of one row or none, with the parameter <c>@key</c> where one is given.</param>
/// <param name="read">Reads the row.</param>
internal sealed class PostgreSqlPreparedCommand<T>(Func<string> place, string sql, Func<DbDataReader, T> read) : IPreparedCommand<T>
{
    /// <inheritdoc/>
    public async Task<T?> AskAsync(object? key, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(place());
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        if (key is not null)
        {
            command.Parameters.AddWithValue("key", key);
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : default;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The connections belong to the pool.
    }
}
