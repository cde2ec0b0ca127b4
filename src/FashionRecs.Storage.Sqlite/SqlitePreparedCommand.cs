using System.Collections.Concurrent;
using System.Data.Common;
using FashionRecs.Storage.Database;
using Microsoft.Data.Sqlite;

namespace FashionRecs.Storage.Sqlite;

/// <summary>
/// A question whose connections stay open and whose statement stays prepared, which makes it some twenty times cheaper than a context of
/// the framework. Safe to share between threads.
/// </summary>
/// <param name="options">Where the file is.</param>
/// <param name="generation">Which file of that name.</param>
/// <param name="sql">A query of one row or none, with the parameter <c>@key</c> where one is given.</param>
/// <param name="read">Reads the row.</param>
internal sealed class SqlitePreparedCommand<T>(SqliteOptions options, SqliteGeneration generation, string sql, Func<DbDataReader, T> read)
    : IPreparedCommand<T>
{
    private readonly ConcurrentBag<(SqliteCommand Command, int Generation)> idle = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (command, _) in idle)
        {
            Close(command);
        }
    }

    /// <inheritdoc/>
    public Task<T?> AskAsync(object? key, CancellationToken cancellation) => Task.FromResult(Ask(key));

    private T? Ask(object? key)
    {
        var (command, made) = Take(withKey: key is not null);
        try
        {
            if (key is not null)
            {
                command.Parameters[0].Value = key;
            }

            using var reader = command.ExecuteReader();
            var answer = reader.Read() ? read(reader) : default;
            reader.Close();
            idle.Add((command, made));
            return answer;
        }
        catch (SqliteException)
        {
            Close(command);
            throw;
        }
    }

    private (SqliteCommand Command, int Generation) Take(bool withKey)
    {
        var now = generation.Number;
        while (idle.TryTake(out var known))
        {
            if (known.Generation == now)
            {
                return known;
            }

            Close(known.Command);
        }

        return (Open(withKey), now);
    }

    private SqliteCommand Open(bool withKey)
    {
        var connection = new SqliteConnection(SqliteConnections.Text(options, pooling: false));
        try
        {
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = sql;
            if (withKey)
            {
                command.Parameters.Add("@key", SqliteType.Text);
            }

            return command;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Close(SqliteCommand command)
    {
        var connection = command.Connection;
        command.Dispose();
        connection?.Dispose();
    }
}
